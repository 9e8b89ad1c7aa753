package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.Deliveries.Met;
import org.infoshare.gateway.ledger.PossibleMatches.Answer;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.model.PersonType;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with the database alone would learn. */
class AtRestIT {

  private static final List<String> TOLD =
      List.of(
          "Quentin",
          "Madeupson",
          "9990000018",
          "1 Invented Row",
          "Seldom told",
          "because Quentin agreed",
          "as Quentin knows",
          "1990-01-31",
          "\"sent\"");

  @TempDir private Path folder;
  @AutoClose private TestLedger world;

  @BeforeEach
  void a_message_that_went_all_the_way() {
    world = new TestLedger(folder);
    world.accept(
        referral("M-1")
            .history("Seldom told")
            .person(P1, PersonType.PARENT, true, nhs("9990000018"))
            .named(P1, "Quentin", "Madeupson", "1990-01-31")
            .protecting(P1, Kind.ADDRESS_LINE, "1 Invented Row"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    world.deliver(new SendOutcome.Delivered(false));
    UUID held = world.database.sql("select id from held_part").query(UUID.class).single();
    world.heldParts.release(
        held,
        new ReleaseByPerson(
            "Dot Duty", "duty", "because Quentin agreed"));
    world.decide(world::everything);
    // Another message under the same id, of which both are kept.
    world.ledger.accept(referral("M-1").history("Seldom told, and otherwise").intake());
  }

  @Test
  void no_table_tells_who_anybody_is_or_what_was_said() {
    assertNothingIsTold();
  }

  @Test
  void nor_what_persons_wrote_when_they_met_closed_or_settled_something() {
    world.accept(referral("M-2").person(P1, PersonType.PARENT, true, nhs("9990000018")));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O6, "before_sending", true)
                .owes(ObligationCode.O19, "before_sending", true)
                .made());
    assertThat(meet("O6", "dot.duty")).isEqualTo(Met.MET);
    assertThat(meet("O19", "dot.duty")).isEqualTo(Met.ONE_OF_TWO);
    assertThat(meet("O19", "dan.duty")).isEqualTo(Met.MET);
    UUID attention = UUID.randomUUID();
    world
        .database
        .sql("insert into attention (id, kind, code, opened_at) values (?, 'fault', 'FAULT', now())")
        .param(attention)
        .update();
    world.deliveries.close(attention, "Dot Duty", "as Quentin knows");
    UUID one = new UUID(0, 1);
    UUID other = new UUID(0, 2);
    world
        .database
        .sql(
            "insert into possible_match (person_a, person_b, message_id, found_at)"
                + " select ?, ?, id, now() from message limit 1")
        .params(one, other)
        .update();
    assertThat(world.matches.settle(one, other, Answer.DIFFERENT, "Dot Duty", "as Quentin knows")).isTrue();

    assertNothingIsTold();
    for (String written :
        List.of("obligation where words", "obligation where first_words", "attention where words", "possible_match where words")) {
      assertThat(world.count(written + " is not null")).as(written).isPositive();
    }
  }

  private Met meet(String code, String account) {
    UUID obligation =
        world
            .database
            .sql("select id from obligation where code = ? and state = 'open'")
            .param(code)
            .query(UUID.class)
            .single();
    return world.deliveries.meet(
        obligation, new Signatory(account, "Dot Duty", "duty"), "as Quentin knows");
  }

  private void assertNothingIsTold() {
    List<String> tables =
        world
            .database
            .sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(25);
    for (String table : tables) {
      for (String row :
          world.database.sql("select t::text from " + table + " t").query(String.class).list()) {
        for (String value : TOLD) {
          String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
          assertThat(row).as(table).doesNotContain(value).doesNotContain(hex);
        }
      }
    }
  }

  @Test
  void two_cases_have_two_keys_and_what_proves_the_same_words_differs() {
    world.accept(referral("M-2").inCase("FAM-2").history("Seldom told"));
    assertThat(world.count("case_key")).isEqualTo(2);
    assertThat(world.text("select count(distinct parts -> 0 ->> 'mac')::text from message_content"))
        .isEqualTo("2");
  }

  @Test
  void what_was_written_for_one_row_cannot_be_read_in_another() {
    MessageKey other = world.accept(referral("M-2"));
    world
        .database
        .sql(
            "update message_content set canonical = (select canonical from message_content where"
                + " message_id <> ? limit 1) where message_id = ?")
        .params(other.value(), other.value())
        .update();
    var restarted = new TestLedger(world.source, folder);
    assertThatThrownBy(() -> restarted.ledger.undecided(other)).isInstanceOf(UnreadableKey.class);
  }

  @Test
  void another_master_key_reads_nothing(@TempDir Path elsewhere) {
    var stranger = new TestLedger(world.source, elsewhere);
    UUID caseId = world.database.sql("select case_id from case_key").query(UUID.class).single();
    assertThatThrownBy(() -> stranger.caseKeys.of(caseId)).isInstanceOf(UnreadableKey.class);
  }

  @Test
  void a_restarted_node_reads_what_the_one_before_wrote() {
    var restarted = new TestLedger(world.source, folder);
    var message = world.database.sql("select id from message").query(UUID.class).single();
    assertThat(restarted.ledger.undecided(new MessageKey(message)).message())
        .isEqualTo(world.ledger.undecided(new MessageKey(message)).message());
    assertThat(restarted.nextDelivery().outgoing().standing().released()).hasSize(3);
  }

  @Test
  void destroying_a_cases_content_key_leaves_the_proof_and_the_records_readable() {
    world.database.sql("update case_key set content = null").update();
    var restarted = new TestLedger(world.source, folder);
    UUID decision =
        world.database.sql("select id from decision limit 1").query(UUID.class).single();
    byte[] snapshot =
        world
            .database
            .sql("select snapshot from decision where id = ?")
            .param(decision)
            .query(byte[].class)
            .single();
    assertThat(
            restarted
                .gatewayKeys
                .snapshot("snapshot/2026")
                .open(snapshot, Places.snapshot(decision)))
        .isNotEmpty();
    UUID message = world.database.sql("select id from message").query(UUID.class).single();
    assertThatThrownBy(() -> restarted.ledger.undecided(new MessageKey(message)))
        .isInstanceOf(UnreadableKey.class);
  }
}
