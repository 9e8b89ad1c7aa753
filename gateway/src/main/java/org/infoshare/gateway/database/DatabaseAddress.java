package org.infoshare.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Where the one database is, and how it is spoken to. A host that loses its power and a firewall
 * that drops packets close nothing: without a limit whoever waits for an answer then waits for
 * ever, and a new primary is not used. What the address itself says of a limit comes first.
 *
 * @param url with {@code jdbc:postgresql:}
 */
public record DatabaseAddress(String url, String user, String password) {

  /**
   * A gateway that stands still in the middle of a transaction would hold its locks for as long; its
   * lease is shorter. Each connection plans a statement once: what the statements ask is the same
   * whatever the values are, and planning some of them takes longer than running them. They go by
   * keys, also where the planner believes that a table is small: it grows before the planner looks
   * again. Nor is any statement compiled.
   */
  private static final String OPTIONS =
      "-c idle_in_transaction_session_timeout=10s -c plan_cache_mode=force_generic_plan"
          + " -c enable_seqscan=off -c jit=off";

  /**
   * A pool that is not opened yet.
   *
   * @param name for the log
   * @param limit after which an answer is no longer waited for and its connection is given up, in
   *     whole seconds
   */
  public HikariConfig pool(String name, int connections, Duration limit) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(2_000);
    config.setDataSourceProperties(properties());
    config.addDataSourceProperty("socketTimeout", String.valueOf(limit.toSeconds()));
    config.addDataSourceProperty("options", OPTIONS);
    return config;
  }

  /** For what may take as long as it takes: every call is answered over a connection of its own. */
  DataSource withoutLimit() {
    return new SimpleDriverDataSource(new Driver(), url, properties());
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "2");
    // Otherwise the driver's exceptions quote rows.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  /** Without the password, and without the address, which may hold one. */
  @Override
  public String toString() {
    return "DatabaseAddress[user=" + user + "]";
  }
}
