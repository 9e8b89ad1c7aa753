package org.infoshare.gateway.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.infoshare.gateway.chain.DailySignature;
import org.infoshare.gateway.database.EmbeddedDatabase;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions of a running gateway, made again by the command, beside it and when it has stopped; and
 * what the command says when somebody changed the record or what it names.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecideAgainIT {

  private static final String TABLES = "update policy_revision set tables = cast(? as jsonb)";
  private static final String NOTHING_IS_NEEDED =
      "update policy_revision set tables = jsonb_set(tables,"
          + " '{need,need,TREATMENT_REFERRAL,treatment,need}', '[]')";

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static JdbcClient database;
  private static UUID decision;
  private static Path opa;

  private record Said(int exit, String text) {}

  @BeforeAll
  static void decide() throws IOException {
    gateway = RunningGateway.start(folder);
    database = gateway.part(JdbcClient.class);
    assertThat(gateway.childrensServices().submit(Situation.childrensServices("willing-mother")).status())
        .isEqualTo(200);
    decision =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> database.sql("select id from decision limit 1").query(UUID.class).optional(),
                Optional::isPresent)
            .orElseThrow();
    opa = engine();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Order(1)
  @Test
  void a_decision_comes_out_the_same_beside_the_running_gateway() throws Exception {
    Said said = command(decision.toString());

    assertThat(said.text()).contains("Same: every verdict").doesNotContain("DIFFERS");
    assertThat(said.exit()).isZero();
  }

  @Order(2)
  @Test
  void an_unknown_decision_is_said_to_be_unknown() throws Exception {
    UUID unknown = UUID.randomUUID();

    Said said = command(unknown.toString());

    assertThat(said.text()).contains("no decision " + unknown);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(command("not-an-id").text()).contains("usage: bin/decide-again");
  }

  @Order(3)
  @Test
  void a_table_that_was_changed_since_is_told_with_each_verdict_that_it_changes() {
    String before = database.sql("select tables from policy_revision").query(String.class).single();
    database.sql(NOTHING_IS_NEEDED).update();
    try {
      DecidedAgain again = again();

      assertThat(again.same()).isFalse();
      assertThat(again.said())
          .anyMatch(line -> line.startsWith("THE TABLES WERE CHANGED"))
          .anyMatch(line -> line.contains("DIFFERS, then goes") && line.contains("now out N1"));
    } finally {
      database.sql(TABLES).param(before).update();
    }
    assertThat(again().same()).isTrue();
  }

  @Order(4)
  @Test
  void a_record_whose_outcome_was_changed_is_told() {
    String before =
        database
            .sql("select outcome from decision where id = ?")
            .param(decision)
            .query(String.class)
            .single();
    database.sql("update decision set outcome = 'DENY' where id = ?").param(decision).update();
    try {
      assertThat(again().same()).isFalse();
      assertThat(again().said())
          .contains("THE RECORD WAS CHANGED: the outcome reads DENY, and was " + before);
    } finally {
      database
          .sql("update decision set outcome = ? where id = ?")
          .params(before, decision)
          .update();
    }
  }

  @Order(5)
  @Test
  void a_snapshot_that_was_changed_cannot_be_read() {
    String flipLastByte =
        "update decision set snapshot = set_byte(snapshot, length(snapshot) - 1,"
            + " get_byte(snapshot, length(snapshot) - 1) # 1) where id = ?";
    database.sql(flipLastByte).param(decision).update();
    try {
      assertThatThrownBy(DecideAgainIT::again)
          .isInstanceOf(CannotSay.class)
          .hasMessageContaining("changed or moved");
    } finally {
      database.sql(flipLastByte).param(decision).update();
    }
  }

  @Order(6)
  @Test
  void the_records_are_checked_beside_the_running_gateway_and_a_changed_one_is_named()
      throws Exception {
    gateway.part(DailySignature.class).sign();
    Said sound = command(CheckRecords.class, List.of());
    assertThat(sound.text()).contains("Newest signature 1 of").contains("Nothing was changed.");
    assertThat(sound.exit()).isZero();
    String rename = "update decision set purpose = ? where id = ?";
    String before =
        database
            .sql("select purpose from decision where id = ?")
            .param(decision)
            .query(String.class)
            .single();
    database.sql(rename).params("RESEARCH", decision).update();
    try {
      Said changed = command(CheckRecords.class, List.of());

      assertThat(changed.text()).contains("Record " + decision + " was changed.");
      assertThat(changed.exit()).isEqualTo(1);
    } finally {
      database.sql(rename).params(before, decision).update();
    }
    assertThat(command(CheckRecords.class, List.of(decision.toString())).text())
        .contains("usage: bin/check-records");
  }

  @Order(6)
  @Test
  void a_decision_by_rules_that_are_not_kept_cannot_be_made_again() {
    String rename = "update policy_rules set revision = ? where revision = ?";
    String revision =
        database.sql("select revision from policy_rules").query(String.class).single();
    database.sql(rename).params("elsewhere", revision).update();
    try {
      assertThatThrownBy(DecideAgainIT::again)
          .isInstanceOf(CannotSay.class)
          .hasMessage("Rules " + revision + " are not kept.");
    } finally {
      database.sql(rename).params(revision, "elsewhere").update();
    }
  }

  @Order(6)
  @Test
  void another_ledger_is_named_by_its_database_and_its_master_key(@TempDir Path empty)
      throws Exception {
    HikariDataSource ledger = gateway.part(HikariDataSource.class);
    String url =
        "%s?user=%s&password=%s"
            .formatted(
                ledger.getJdbcUrl(),
                EmbeddedDatabase.NAME,
                Files.readString(folder.resolve("data/postgresql.password")).strip());
    String key = folder.resolve("data/master.key").toString();
    var engineAndLedger = List.of("--opa", opa.toString(), "--database", url);

    Said said = command(empty, "--master-key", key, engineAndLedger);
    assertThat(said.text()).contains("Same: every verdict");
    assertThat(said.exit()).isZero();

    Path another = Files.write(empty.resolve("another.key"), new byte[] {1, 2, 3});
    Said unread = command(empty, "--master-key", another.toString(), engineAndLedger);
    assertThat(unread.text()).isNotBlank().doesNotContain("Exception");
    assertThat(unread.exit()).isEqualTo(2);
  }

  @Order(7)
  @Test
  void another_engine_is_told_and_asked_all_the_same() {
    database.sql("update decision set engine_version = 'OPA 0.1'").update();

    DecidedAgain again = again();

    assertThat(again.said()).anyMatch(line -> line.startsWith("Engine then OPA 0.1, now OPA 1"));
    assertThat(again.same()).isTrue();
  }

  @Order(8)
  @Test
  void a_decision_comes_out_the_same_when_the_gateway_has_stopped() throws Exception {
    gateway.close();

    Said said = command(decision.toString());

    assertThat(said.text()).contains("Same: every verdict");
    assertThat(said.exit()).isZero();
  }

  /** Nothing is remembered from one to the next. */
  private static DecidedAgain again() {
    return DecidedAgain.of(
        decision,
        DecisionArchive.on(
            gateway.part(HikariDataSource.class), folder.resolve("data/master.key")),
        opa);
  }

  private static Said command(String decision) throws IOException, InterruptedException {
    return command(DecideAgain.class, List.of("--opa", opa.toString(), decision));
  }

  private static Said command(Path data, String option, String value, List<String> more)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(option, value));
    arguments.addAll(more);
    arguments.add(decision.toString());
    return command(data, DecideAgain.class, arguments);
  }

  private static Said command(Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    return command(folder.resolve("data"), program, arguments);
  }

  private static Said command(Path data, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dlogback.configurationFile=logback-command.xml",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), text);
  }

  /** The program that decided. */
  private static Path engine() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("data/opa/opa.pid")).strip());
    return Path.of(ProcessHandle.of(pid).flatMap(one -> one.info().command()).orElseThrow());
  }
}
