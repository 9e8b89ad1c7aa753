package org.infoshare.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pool on one database, and no start on a database that forgets what it has acknowledged. */
@Configuration
class DatabaseWiring {

  @Bean
  @ConditionalOnExpression("'${gateway.database.url:}'.isBlank()")
  EmbeddedDatabase embeddedDatabase(DataFolder folder) {
    return new EmbeddedDatabase(folder);
  }

  @Bean
  HikariDataSource dataSource(GatewaySettings settings, ObjectProvider<EmbeddedDatabase> embedded)
      throws SQLException {
    GatewaySettings.Database external = settings.database();
    var config = new HikariConfig();
    config.setPoolName("ledger");
    config.setMaximumPoolSize(external.connections());
    config.setConnectionTimeout(5_000);
    // Otherwise the driver's exceptions quote rows.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    // A gateway that stands still in the middle of a transaction would hold its locks for as long; its lease is shorter.
    config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=10s");
    embedded.ifAvailable(
        server -> {
          config.setJdbcUrl(server.url());
          config.setUsername(server.user());
          config.setPassword(server.password());
        });
    if (!external.embedded()) {
      config.setJdbcUrl(external.url());
      config.setUsername(external.user());
      config.setPassword(external.password());
    }
    var pool = new HikariDataSource(config);
    try {
      requireDurable(pool);
      return pool;
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** What was acknowledged is on disk only if PostgreSQL waits for the disk. */
  private static void requireDurable(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
          result.next();
          if (result.getString(1).equals("off")) {
            throw new IllegalStateException(
                "PostgreSQL runs with "
                    + setting
                    + " off, so it can lose what it acknowledged: switch it on");
          }
        }
      }
    }
  }
}
