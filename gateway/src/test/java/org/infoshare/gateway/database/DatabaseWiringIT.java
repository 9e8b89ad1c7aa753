package org.infoshare.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.TestSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway's start on a database that somebody else runs. */
class DatabaseWiringIT {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final String USER = "postgres";

  private static EmbeddedPostgres server;

  @TempDir Path folder;
  private DataSource external;
  private String url;

  @BeforeAll
  static void start() throws IOException {
    // The library turns these off for the speed of tests.
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void fresh(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName().substring(0, 20);
    JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name).update();
    external = server.getDatabase(USER, name);
    url = server.getJdbcUrl(USER, name);
  }

  @Test
  void a_migration_takes_as_long_as_it_takes_and_the_ledgers_own_questions_do_not() throws Exception {
    Files.writeString(
        folder.resolve("V1__slow.sql"),
        "create table migrated (number int); select pg_sleep(%d)".formatted(LIMIT.toSeconds() + 1));
    gateway()
        .withPropertyValues("spring.flyway.locations=filesystem:" + folder)
        .run(
            started -> {
              assertThat(started).hasNotFailed();
              JdbcClient ledger = JdbcClient.create(started.getBean(DataSource.class));
              assertThat(ledger.sql("select count(*) from slow.migrated").query(Long.class).single())
                  .isZero();
              long begun = System.nanoTime();
              assertThatThrownBy(() -> ledger.sql("select pg_sleep(10)").query().singleRow())
                  .hasRootCauseInstanceOf(SocketTimeoutException.class);
              assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.multipliedBy(3));
            });
  }

  @Test
  void a_database_that_does_not_wait_for_the_disk_is_refused_by_name() {
    JdbcClient database = JdbcClient.create(external);
    String name = database.sql("select current_database()").query(String.class).single();
    database.sql("alter database " + name + " set synchronous_commit = off").update();
    gateway()
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit off"));
  }

  private ApplicationContextRunner gateway() {
    var settings =
        TestSettings.on(folder, new GatewaySettings.Database(url, USER, USER, 2, LIMIT));
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
        .withUserConfiguration(DatabaseWiring.class)
        .withBean(GatewaySettings.class, () -> settings)
        .withPropertyValues("gateway.database.url=" + url, "spring.flyway.schemas=slow");
  }
}
