package org.infoshare.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  @TempDir Path folder;

  @Test
  void what_was_committed_is_there_after_the_gateway_was_killed_and_its_server_left_running()
      throws Exception {
    long server = killAfterCommit();
    assertThat(ProcessHandle.of(server)).isPresent();

    assertThat(acknowledged()).isEqualTo(1);
    assertThat(ProcessHandle.of(server)).isEmpty();
  }

  @Test
  void what_was_committed_is_there_after_gateway_and_server_were_killed() throws Exception {
    long server = killAfterCommit();
    ProcessHandle.of(server).orElseThrow().destroyForcibly();
    ProcessHandle.of(server).ifPresent(EmbeddedDatabaseIT::awaitEnd);

    assertThat(acknowledged()).isEqualTo(1);
  }

  @Test
  void a_first_start_that_was_cut_off_is_set_aside_and_the_next_one_works() throws Exception {
    Path cut = Files.createDirectories(folder.resolve("postgresql"));
    Files.writeString(cut.resolve("PG_VERSION"), "18");

    try (var data = new DataFolder(TestSettings.on(folder));
        var database = new EmbeddedDatabase(data);
        var connection = connect(database)) {
      assertThat(connection.isValid(1)).isTrue();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .anyMatch(name -> name.startsWith("postgresql.unfinished-"));
    }
  }

  @Test
  void it_waits_for_the_disk_listens_on_loopback_only_and_wants_the_password() throws Exception {
    try (var data = new DataFolder(TestSettings.on(folder));
        var database = new EmbeddedDatabase(data);
        var connection = connect(database)) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "full_page_writes")).isEqualTo("on");
      assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_second_gateway_on_the_same_folder_does_not_start_and_does_not_stop_the_first_ones_server()
      throws Exception {
    Process first = startAndAwaitCommit();
    try {
      assertThatThrownBy(() -> new DataFolder(TestSettings.on(folder)))
          .hasMessageContaining("another gateway");
      assertThat(ProcessHandle.of(serverPid())).isPresent();
    } finally {
      first.destroyForcibly().waitFor();
      acknowledged();
    }
  }

  private long acknowledged() throws Exception {
    try (var data = new DataFolder(TestSettings.on(folder));
        var database = new EmbeddedDatabase(data);
        var connection = connect(database);
        var result =
            connection.createStatement().executeQuery("select count(*) from acknowledged")) {
      result.next();
      return result.getLong(1);
    }
  }

  private long killAfterCommit() throws Exception {
    Process gateway = startAndAwaitCommit();
    long server = serverPid();
    gateway.destroyForcibly().waitFor();
    return server;
  }

  private Process startAndAwaitCommit() throws IOException {
    Process gateway =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                WritesAndWaits.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new BufferedReader(new InputStreamReader(gateway.getInputStream()));
    assertThat(said.lines().anyMatch("committed"::equals)).isTrue();
    return gateway;
  }

  private long serverPid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst());
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery("show " + setting)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
