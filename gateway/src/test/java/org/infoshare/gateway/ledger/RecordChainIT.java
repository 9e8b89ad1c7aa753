package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.infoshare.gateway.chain.ChainCheck;
import org.infoshare.gateway.chain.DailySignature;
import org.infoshare.gateway.chain.RecordChain;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done to the records of decisions, and what the check says of it. */
class RecordChainIT {

  @AutoClose private TestLedger world;
  private RecordChain chain;
  private DailySignature signature;
  private ChainCheck check;
  private TransactionTemplate transactions;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private int messages;

  @BeforeEach
  void three_records_of_which_two_are_signed(@TempDir Path folder) {
    world = new TestLedger(folder);
    transactions = new TransactionTemplate(new JdbcTransactionManager(world.source));
    chain = new RecordChain(world.database, transactions);
    signature =
        new DailySignature(world.database, transactions, chain, world.gatewayKeys, now::get);
    check = new ChainCheck(world.database, transactions, world.gatewayKeys, now::get);
    decide();
    decide();
    chain.chainRecent();
    signature.sign();
    decide();
    chain.chainRecent();
  }

  @Test
  void what_nobody_touched_is_sound() {
    assertThat(faults()).isEmpty();
    assertThat(check.check().records()).isEqualTo(3);
    assertThat(check.check().newest().orElseThrow()).contains("signature 1 of");
  }

  @Test
  void the_transaction_that_decides_chains_nothing() {
    decide();
    assertThat(world.count("record_chain")).isEqualTo(3);
  }

  @Test
  void a_record_that_commits_after_a_later_one_is_chained_too() throws Exception {
    try (var slow = world.source.getConnection();
        var statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          "insert into decision select (jsonb_populate_record(d, jsonb_build_object('id',"
              + " gen_random_uuid()))).* from decision d where id = '"
              + record(1)
              + "'");
      decide();
      chain.chainRecent();
      assertThat(world.count("record_chain")).isEqualTo(4);
      slow.commit();
    }
    chain.chainRecent();
    assertThat(world.count("record_chain")).isEqualTo(5);
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_changed_record_is_named() {
    String changed = record(2);
    change("update decision set outcome = 'DENY'", 2);
    assertThat(faults()).containsExactly("Record " + changed + " was changed.");
  }

  @Test
  void who_was_consulted_is_proved_as_the_rest_of_the_record() {
    String changed = record(2);
    change("update decision set consulted = '[{\"what\": \"second_person\"}]'", 2);
    assertThat(faults()).containsExactly("Record " + changed + " was changed.");
  }

  @Test
  void what_the_record_did_not_hold_once_is_not_taken_from_one_that_holds_it() {
    String changed = record(3);
    change("update decision set explanation_id = null", 3);
    assertThat(faults()).containsExactly("Record " + changed + " was changed.");
  }

  @Test
  void a_record_from_before_the_team_was_kept_has_the_hash_that_it_had() {
    decide();
    world.database
        .sql(
            "update decision set recipient_team_unknown = null, changed = null, informed = null, consulted = null, dissent = null,"
                + " explanation_id = null where id not in (select decision_id from record_chain)")
        .update();
    chain.chainRecent();

    assertThat(
            world.text(
                "select c.record_hash = sha256(convert_to((to_jsonb(d) - 'recipient_team_unknown' - 'changed' - 'informed' - 'consulted'"
                    + " - 'dissent' - 'explanation_id')::text, 'UTF8')) from record_chain c join decision d on d.id = c.decision_id where"
                    + " c.number = 4"))
        .isEqualTo("t");
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_change_of_the_encrypted_snapshot_is_noticed_too() {
    change("update decision set snapshot = snapshot || '\\x00'::bytea", 3);
    assertThat(faults()).containsExactly("Record " + record(3) + " was changed.");
  }

  @Test
  void a_removed_record_is_named() {
    String removed = record(1);
    change("delete from decision", 1);
    assertThat(faults()).containsExactly("Record " + removed + " was removed.");
  }

  @Test
  void a_record_that_is_removed_with_its_link_is_noticed() {
    change("delete from decision", 2);
    world.database.sql("delete from record_chain where number = 2").update();
    assertThat(faults()).contains("Links 2 to 2 of the chain were removed.");
  }

  @Test
  void the_end_of_the_chain_that_is_removed_with_its_records_is_noticed() {
    world
        .database
        .sql("delete from decision where id in (select decision_id from record_chain where number > 1)")
        .update();
    world.database.sql("delete from record_chain where number > 1").update();
    assertThat(faults())
        .singleElement()
        .asString()
        .startsWith("The chain ends at link 1, and signature 1 of");
  }

  @Test
  void a_changed_record_with_a_chain_that_was_worked_out_anew_is_not_what_was_signed() {
    change("update decision set outcome = 'DENY'", 1);
    world.database.sql("delete from record_chain").update();
    world.database.sql("create table put_away as select * from record_signature").update();
    world.database.sql("delete from record_signature").update();
    chain.chainEverything();
    world.database.sql("insert into record_signature select * from put_away").update();
    assertThat(faults())
        .anyMatch(fault -> fault.contains("was made over another chain than the one that is kept"));
  }

  @Test
  void a_removed_signature_is_noticed_at_once_when_anything_was_chained_since() {
    world.database.sql("delete from record_signature").update();
    assertThat(faults())
        .containsExactly("Signature 1 was removed: link 3 of the chain was made after it.");
  }

  @Test
  void a_removed_signature_between_others_is_noticed() {
    tomorrow();
    tomorrow();
    world.database.sql("delete from record_signature where number = 2").update();
    assertThat(faults()).anyMatch(fault -> fault.contains("a signature was removed"));
  }

  @Test
  void the_newest_signature_that_is_removed_is_noticed_within_the_day() {
    tomorrow();
    world.database.sql("delete from record_signature where number = 2").update();
    now.set(now.get().plus(Duration.ofHours(3)));
    assertThat(faults()).singleElement().asString().contains("is under no signature");
  }

  @Test
  void a_changed_signature_is_noticed() {
    world.database.sql("update record_signature set last_record = 1").update();
    assertThat(faults()).anyMatch(fault -> fault.contains("was not made under this ledger's key"));
  }

  @Test
  void a_record_that_is_added_behind_the_chains_back_is_noticed() {
    decide();
    world.database
        .sql(
            "update decision set recorded_at = recorded_at - interval '2 hours' where id not in"
                + " (select decision_id from record_chain)")
        .update();
    assertThat(faults()).singleElement().asString().contains("is not in the chain");
  }

  @Test
  void what_was_left_when_the_gateway_stopped_is_no_fault_and_is_chained_when_it_starts() {
    decide();
    world.database.sql("update record_chain set chained_at = chained_at - interval '5 hours'").update();
    world
        .database
        .sql(
            "update decision set recorded_at = recorded_at - interval '3 hours' where id not in"
                + " (select decision_id from record_chain)")
        .update();
    assertThat(faults()).isEmpty();
    new RecordChain(world.database, transactions).chainRecent();
    assertThat(world.count("record_chain")).isEqualTo(4);
  }

  @Test
  void a_chain_that_was_removed_as_a_whole_is_noticed() {
    world.database.sql("update decision set recorded_at = recorded_at - interval '2 hours'").update();
    world.database.sql("delete from record_chain").update();
    world.database.sql("delete from record_signature").update();
    assertThat(faults()).hasSize(3).allMatch(fault -> fault.contains("is not in the chain"));
  }

  @Test
  void erasing_the_content_of_a_case_leaves_the_proof_whole() {
    world.database.sql("update case_key set content = null").update();
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_record_whose_retention_has_ended_may_be_gone() {
    change("delete from decision", 1);
    now.set(Instant.parse("2060-01-01T00:00:00Z"));
    signature.sign();
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_day_is_signed_once_and_a_day_without_records_too() {
    signature.sign();
    assertThat(world.count("record_signature")).isEqualTo(1);
    tomorrow();
    tomorrow();
    assertThat(world.count("record_signature")).isEqualTo(3);
    assertThat(faults()).isEmpty();
  }

  @Test
  void the_sessions_time_zone_makes_no_difference() {
    var config = new HikariConfig();
    world.source.copyStateTo(config);
    config.setPoolName(null);
    config.setConnectionInitSql("set timezone to 'Asia/Tokyo'; set bytea_output to 'escape'");
    try (var elsewhere = new HikariDataSource(config)) {
      var there =
          new ChainCheck(
              JdbcClient.create(elsewhere),
              new TransactionTemplate(new JdbcTransactionManager(elsewhere)),
              world.gatewayKeys,
              now::get);
      assertThat(there.check().faults()).isEmpty();
    }
  }

  private void change(String sql, int number) {
    world
        .database
        .sql(sql + " where id = ?")
        .param(UUID.fromString(record(number)))
        .update();
  }

  private void tomorrow() {
    now.set(now.get().plus(Duration.ofDays(1)));
    signature.sign();
  }

  private void decide() {
    world.accept(referral("M-" + ++messages).inCase("FAM-" + messages));
    world.decide(world::everything);
  }

  private String record(int number) {
    return world.text("select decision_id::text from record_chain where number = " + number);
  }

  private List<String> faults() {
    return check.check().faults();
  }
}
