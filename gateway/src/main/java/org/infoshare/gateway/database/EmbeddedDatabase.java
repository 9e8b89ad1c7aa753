package org.infoshare.gateway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.infoshare.gateway.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server beside the gateway, on loopback and behind a password, whose data folder
 * outlives it. A server that an earlier, killed gateway left running is stopped in order first, so
 * nothing that it acknowledged is lost.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** Of the database, and of the user that it belongs to. */
  public static final String NAME = "gateway";

  private final EmbeddedPostgres server;
  private final String password;

  public EmbeddedDatabase(DataFolder folder) {
    Path cluster = folder.path("postgresql");
    Path ready = folder.path("postgresql.ready");
    Path passwordFile = folder.path("postgresql.password");
    password = folder.secret("postgresql.password");
    try {
      setUnfinishedAside(cluster, ready);
      new LeftBehindServer(cluster).stop();
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(folder.path("postgresql-program").toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(120))
              // These reach initdb as its options, and come after the library's own "trust
              // everybody".
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setLocaleConfig("locale", "C.UTF-8")
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              // The library turns these off for the speed of tests; what was acknowledged must be
              // on disk.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("unix_socket_directories", "")
              .setOutputRedirector(
                  ProcessBuilder.Redirect.appendTo(folder.path("postgresql.log").toFile()))
              .start();
      createDatabase();
      if (!Files.exists(ready)) {
        Files.createFile(ready);
      }
      log.info("embedded PostgreSQL is ready on port {}", server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
  }

  public String url() {
    return url(server.getPort());
  }

  /** Where such a server is reached that listens on this port. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  public String user() {
    return NAME;
  }

  public String password() {
    return password;
  }

  private void createDatabase() throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.executeQuery("select 1 from pg_roles where rolname = '" + NAME + "'").next()) {
        // The generated secret has only letters, digits, '-' and '_': nothing to quote.
        statement.execute("create role " + NAME + " login password '" + password + "'");
      }
      if (!statement
          .executeQuery("select 1 from pg_database where datname = '" + NAME + "'")
          .next()) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new IOException("the embedded PostgreSQL started, but its database cannot be made", e);
    }
  }

  /**
   * A first start that was killed leaves a cluster that never took a message: it is kept, but out
   * of the way.
   */
  private static void setUnfinishedAside(Path cluster, Path ready) throws IOException {
    if (Files.exists(cluster) && !Files.exists(ready)) {
      new LeftBehindServer(cluster).stop();
      Files.move(
          cluster,
          cluster.resolveSibling("postgresql.unfinished-" + Instant.now().getEpochSecond()));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
