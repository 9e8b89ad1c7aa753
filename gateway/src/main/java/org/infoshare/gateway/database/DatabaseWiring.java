package org.infoshare.gateway.database;

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
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
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
  DatabaseAddress databaseAddress(
      GatewaySettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
    GatewaySettings.Database external = settings.database();
    if (!external.embedded()) {
      return new DatabaseAddress(external.url(), external.user(), external.password());
    }
    EmbeddedDatabase server = embedded.getObject();
    return new DatabaseAddress(server.url(), server.user(), server.password());
  }

  @Bean
  HikariDataSource dataSource(DatabaseAddress address, GatewaySettings settings)
      throws SQLException {
    GatewaySettings.Database database = settings.database();
    var pool =
        new HikariDataSource(address.pool("ledger", database.connections(), database.limit()));
    try {
      requireDurable(pool);
      return pool;
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** A migration of a grown ledger takes longer than any answer that the gateway waits for. */
  @Bean
  FlywayConfigurationCustomizer migrationsAreNotCutOff(DatabaseAddress address) {
    return flyway -> flyway.dataSource(address.withoutLimit());
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
