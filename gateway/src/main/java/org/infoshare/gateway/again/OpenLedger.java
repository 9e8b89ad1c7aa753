package org.infoshare.gateway.again;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.chain.ChainCheck;
import org.infoshare.gateway.database.EmbeddedDatabase;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.gateway.ledger.keys.MasterKey;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger to read in: of a running gateway through its database, of a stopped one by starting its
 * embedded database for as long as this is open.
 */
record OpenLedger(DataSource source, Path masterKey, List<AutoCloseable> toClose)
    implements AutoCloseable {

  /** The line of PostgreSQL's own file that has the port. */
  private static final int PORT_LINE = 3;

  /**
   * A command's exit code: what is found in the ledger, or {@link CannotSay#EXIT} when it cannot be
   * asked, which is said on the error output.
   */
  static int ask(Call call, ToIntFunction<OpenLedger> question) {
    try (OpenLedger ledger = of(call)) {
      return question.applyAsInt(ledger);
    } catch (CannotSay e) {
      System.err.println(e.getMessage());
    } catch (UnreadableKey e) {
      System.err.println("The master key is not this ledger's.");
    } catch (DataAccessException e) {
      System.err.println(
          "The ledger cannot be read, or is of another version: "
              + e.getMostSpecificCause().getMessage().lines().findFirst().orElse(""));
    }
    return CannotSay.EXIT;
  }

  static OpenLedger of(Call call) {
    Path masterKey = call.masterKey().orElse(call.data().resolve("master.key"));
    if (!Files.isReadable(masterKey)) {
      throw new CannotSay("There is no master key at " + masterKey + ": name it or the data folder.");
    }
    if (call.database().isPresent()) {
      return at(call.database().get(), "", "", masterKey, List.of());
    }
    if (!Files.exists(call.data().resolve("postgresql.ready"))) {
      throw new CannotSay(
          call.data() + " holds no embedded database: name the ledger's with --database.");
    }
    try {
      return stopped(call, masterKey);
    } catch (DataFolder.InUse running) {
      return running(call, masterKey);
    }
  }

  private static OpenLedger stopped(Call call, Path masterKey) {
    var folder = new DataFolder(call.data());
    var server = new EmbeddedDatabase(folder);
    return at(server.url(), server.user(), server.password(), masterKey, List.of(server, folder));
  }

  private static OpenLedger running(Call call, Path masterKey) {
    try {
      String port =
          Files.readAllLines(call.data().resolve("postgresql/postmaster.pid")).get(PORT_LINE);
      String password = Files.readString(call.data().resolve("postgresql.password"));
      return at(
          EmbeddedDatabase.url(Integer.parseInt(port.strip())),
          EmbeddedDatabase.NAME,
          password,
          masterKey,
          List.of());
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new CannotSay("The gateway is just starting or stopping: try again.", e);
    }
  }

  private static OpenLedger at(
      String url, String user, String password, Path masterKey, List<AutoCloseable> toClose) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    if (!user.isBlank()) {
      source.setUser(user);
      source.setPassword(password);
    }
    source.setLogServerErrorDetail(false);
    return new OpenLedger(source, masterKey, toClose);
  }

  DecisionArchive archive() {
    return DecisionArchive.on(source, masterKey);
  }

  ChainCheck chain() {
    var database = JdbcClient.create(source);
    var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    var keys = new GatewayKeys(database, MasterKey.in(masterKey), transactions);
    return new ChainCheck(database, transactions, keys, Clock.systemUTC());
  }

  @Override
  public void close() {
    try {
      for (AutoCloseable one : toClose) {
        one.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
