package org.infoshare.gateway.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.infoshare.gateway.ledger.LedgerSettings;
import org.infoshare.gateway.ledger.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the acceptance of an immediate risk until a named person has it. The clock is put forward by
 * hand.
 */
class DutyIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static OperatorBrowser duty;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    duty = gateway.loggedIn("dora.duty");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void nothingIsOpen() {
    gateway.mailbox().up();
    openEscalations().forEach(DutyIT::answer);
    gateway.part(JdbcClient.class).sql("update attention set state = 'done' where state = 'open'").update();
    gateway.mailbox().reset();
  }

  @Test
  void
      while_nobody_answers_one_address_after_the_other_is_told_round_and_round_and_none_after_an_answer() {
    submit("immediate-risk-with-a-wrong-code", "ROUND-1");
    assertThat(told(1)).containsExactly("duty-one@childrens-services.example");

    inSixteenMinutes().run();
    assertThat(told(2)).contains("duty-two@childrens-services.example");
    inSixteenMinutes().run();
    assertThat(told(3)).filteredOn("duty-one@childrens-services.example"::equals).hasSize(2);

    openEscalations().forEach(DutyIT::answer);
    inSixteenMinutes().run();
    assertThat(openEscalations()).isEmpty();
    assertThat(pages("ROUND-1")).isEqualTo(3);
  }

  @Test
  void an_escalation_of_which_nobody_can_be_told_keeps_nobody_from_being_told_of_the_next() {
    submit("immediate-risk-with-a-wrong-code", "BROKEN-1");
    told(1);
    submit("immediate-risk-with-a-wrong-code", "BROKEN-2");
    told(2);
    var database = gateway.part(JdbcClient.class);
    String first =
        database
            .sql(
                "select e.id from escalation e join message m on m.id = e.message_id where"
                    + " m.sender_message_id = 'BROKEN-1'")
            .query(String.class)
            .single();
    database
        .sql("alter table page add constraint broken check (escalation_id <> '" + first + "') not valid")
        .update();
    try {
      inSixteenMinutes().run();
    } finally {
      database.sql("alter table page drop constraint broken").update();
    }

    assertThat(pages("BROKEN-1")).isEqualTo(1);
    assertThat(pages("BROKEN-2")).isEqualTo(2);
  }

  @Test
  void before_the_time_is_up_nobody_else_is_told() {
    submit("immediate-risk-with-a-wrong-code", "EARLY-1");
    told(1);

    new Unanswered(
            gateway.part(Pages.class),
            Clock.offset(Clock.systemUTC(), Duration.ofMinutes(14)),
            Duration.ofMinutes(15),
            2)
        .run();

    assertThat(pages("EARLY-1")).isEqualTo(1);
  }

  @Test
  void a_mail_server_that_is_down_at_acceptance_only_delays_the_e_mail() {
    gateway.mailbox().down();
    submit("immediate-risk-with-a-wrong-code", "DOWN-1");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                duty.get("/operations.json")
                    .json()
                    .at("/escalations/0/lastError")
                    .asText()
                    .equals("MAIL_NOT_SENT"));

    gateway.mailbox().up();

    assertThat(told(1)).containsExactly("duty-one@childrens-services.example");
  }

  @Test
  void no_e_mail_says_whom_it_is_about_or_what_was_said() {
    submit("immediate-risk-with-a-wrong-code", "SILENT-1");

    assertThat(gateway.mailbox().awaitMails(1, LIMIT))
        .extracting(DutyMailbox.Mail::raw)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("immediate risk")
                    .doesNotContain("Sample-")
                    .doesNotContain("ZZ99")
                    .doesNotContain("SILENT-1"));
  }

  @Test
  void a_message_at_risk_that_was_refused_as_a_conflict_is_told_as_such_and_about_nobody() {
    submit("willing-mother", "REFUSED-1");
    assertThat(
            gateway
                .childrensServices()
                .submit(Situation.supportRequest("immediate-risk-with-a-wrong-code", "REFUSED-1"))
                .field("code"))
        .isEqualTo("ID_USED_BEFORE");

    assertThat(gateway.mailbox().awaitMails(1, LIMIT))
        .extracting(DutyMailbox.Mail::raw)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("has refused a message")
                    .contains("ring its sender")
                    .doesNotContain("Sample-")
                    .doesNotContain("ZZ99")
                    .doesNotContain("REFUSED-1"));
    inSixteenMinutes().run();
    assertThat(told(2)).contains("duty-two@childrens-services.example");
  }

  @Test
  void an_e_mail_says_what_a_recipient_must_be_told_by_a_person_and_about_nobody() {
    submit("immediate-risk-with-a-wrong-code", "TELL-1");
    told(1);
    await().atMost(LIMIT).until(() -> !listed("TELL-1", "underWay").isEmpty());
    gateway
        .part(JdbcClient.class)
        .sql(
            """
            insert into attention (kind, code, message_id, delivery_id, opened_at)
            select 'tell_recipient', 'O10+O24', m.id, d.id, now() from message m join delivery d on d.message_id = m.id
            where m.sender_message_id = 'TELL-1'
            """)
        .update();
    inSixteenMinutes().run();

    assertThat(gateway.mailbox().awaitMails(2, LIMIT).getLast().raw())
        .contains("Ring the recipient", "O10+O24", "must not be disclosed", "opinion or allegation")
        .doesNotContain("Sample-")
        .doesNotContain("ZZ99")
        .doesNotContain("TELL-1");
  }

  @Test
  void a_message_without_an_immediate_risk_tells_nobody() {
    submit("with-an-attachment", "CALM-1");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                gateway
                    .part(JdbcClient.class)
                    .sql(
                        "select decided_at is not null from message where sender_message_id ="
                            + " 'CALM-1'")
                    .query(Boolean.class)
                    .single());

    assertThat(openEscalations()).isEmpty();
    assertThat(gateway.mailbox().mails()).isEmpty();
  }

  @Test
  void a_delivery_past_its_deadline_is_put_before_a_person_once() {
    submit("with-an-attachment", "LATE-1");
    await().atMost(LIMIT).until(() -> listed("LATE-1", "underWay").size() == 1);
    var nextWeek = past(Duration.ofDays(7));

    nextWeek.run();
    nextWeek.run();

    assertThat(ofKind("deadline_passed", "LATE-1")).hasSize(1);
  }

  @Test
  void what_must_be_done_before_sending_and_was_not_done_in_time_is_put_before_a_person_once() {
    submit("with-an-attachment", "UNDONE-1");
    await().atMost(LIMIT).until(() -> listed("UNDONE-1", "underWay").size() == 1);
    gateway
        .part(JdbcClient.class)
        .sql(
            "update delivery set state = 'before_sending' from message m where m.id = message_id"
                + " and m.sender_message_id = 'UNDONE-1'")
        .update();
    var nextWeek = past(Duration.ofDays(7));

    nextWeek.run();
    nextWeek.run();

    assertThat(ofKind("not_met_in_time", "UNDONE-1")).hasSize(1);
  }

  @Test
  void a_message_that_nobody_could_decide_in_time_is_put_before_a_person_once_until_it_is_decided() {
    submit("with-an-attachment", "UNDECIDED-1");
    await().atMost(LIMIT).until(() -> listed("UNDECIDED-1", "underWay").size() == 1);
    decided("UNDECIDED-1", "null");
    past(Duration.ofMinutes(1)).run();
    assertThat(undecidable("UNDECIDED-1")).as("there is time").isEmpty();

    past(Duration.ofDays(7)).run();
    past(Duration.ofDays(7)).run();
    assertThat(undecidable("UNDECIDED-1"))
        .singleElement()
        .satisfies(item -> assertThat(item.get("code").asText()).isEqualTo("NOT_DECIDED"));

    decided("UNDECIDED-1", "now()");
    past(Duration.ofDays(7)).run();
    assertThat(undecidable("UNDECIDED-1")).as("decided after all").isEmpty();
  }

  @Test
  void what_is_held_past_its_time_is_put_before_a_person_until_somebody_decides_about_it() {
    submit("with-an-attachment", "HELD-1");
    await().atMost(LIMIT).until(() -> !listed("HELD-1", "held").isEmpty());
    Instant due =
        gateway
            .part(JdbcClient.class)
            .sql(
                "select min(due_at) from held_part h join message m on m.id = h.message_id where"
                    + " m.sender_message_id = 'HELD-1'")
            .query(Timestamp.class)
            .single()
            .toInstant();
    at(due.minusSeconds(1)).run();
    assertThat(ofKind("hold_expired", "HELD-1")).as("there is time").isEmpty();

    // The gateway's own clock, by which there is time, may look between.
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              at(due.plusSeconds(1)).run();
              return ofKind("hold_expired", "HELD-1").size() == 1;
            });
    gateway
        .part(JdbcClient.class)
        .sql(
            "update held_part set due_at = now() - interval '1 hour' from message m where m.id ="
                + " message_id and m.sender_message_id = 'HELD-1'")
        .update();
    past(Duration.ZERO).run();
    past(Duration.ZERO).run();

    JsonNode expired = ofKind("hold_expired", "HELD-1").getFirst();
    assertThat(ofKind("hold_expired", "HELD-1")).hasSize(1);
    assertThat(listed("HELD-1", "held")).as("it stays held").isNotEmpty();
    assertThat(listed("HELD-1", "owed")).extracting(owed -> owed.get("code").asText()).noneMatch(code -> code.startsWith("H"));
    String close = "/operations/attention/" + expired.get("id").asText() + "/close";
    assertThat(duty.submit("/operations", close, Map.of("reason", "seen")).status()).isEqualTo(409);
    assertThat(meetHoldClock("HELD-1")).isEqualTo(409);
    assertThat(ofKind("hold_expired", "HELD-1")).hasSize(1);

    listed("HELD-1", "held")
        .forEach(
            part -> {
              String page = "/operations/held/" + part.get("id").asText();
              assertThat(duty.submit(page, page + "/refuse", Map.of("reason", "not needed")).body())
                  .contains("Refused.");
            });
    past(Duration.ZERO).run();
    assertThat(ofKind("hold_expired", "HELD-1")).isEmpty();
  }

  private static int meetHoldClock(String message) {
    String clock =
        gateway
            .part(JdbcClient.class)
            .sql(
                "select o.id from obligation o join message m on m.id = o.message_id where"
                    + " m.sender_message_id = ? and o.code like 'H%' and o.state = 'open'")
            .param(message)
            .query(String.class)
            .single();
    return duty.submit(
            "/operations", "/operations/obligations/" + clock + "/meet", Map.of("reason", "done"))
        .status();
  }

  @Test
  void what_is_not_seen_to_at_the_desk_is_told_by_e_mail_to_every_address_and_about_nobody() {
    submit("with-an-attachment", "UNSEEN-1");
    await().atMost(LIMIT).until(() -> !listed("UNSEEN-1", "held").isEmpty());
    gateway
        .part(JdbcClient.class)
        .sql(
            "insert into attention (kind, code, message_id, opened_at) select 'hold_expired',"
                + " 'HOLD_EXPIRED', id, now() - interval '2 minutes' from message where"
                + " sender_message_id = 'UNSEEN-1'")
        .update();
    gateway
        .part(JdbcClient.class)
        .sql(
            "update held_part set due_at = now() - interval '1 minute' from message m where m.id ="
                + " message_id and m.sender_message_id = 'UNSEEN-1'")
        .update();

    gateway.part(NewlyWaiting.class).run();
    gateway.part(NewlyWaiting.class).run();

    assertThat(told(2))
        .containsExactlyInAnyOrder(
            "duty-one@childrens-services.example", "duty-two@childrens-services.example");
    assertThat(gateway.mailbox().mails())
        .extracting(DutyMailbox.Mail::raw)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("something waits for a person", "Held longer than it may wait", "https://127.0.0.1/operations")
                    .doesNotContain("Sample-")
                    .doesNotContain("ZZ99")
                    .doesNotContain("UNSEEN-1"));
  }

  @Test
  void a_message_that_nobody_can_decide_again_is_seen_and_put_before_a_person_past_its_deadline() {
    submit("with-an-attachment", "AGAIN-1");
    await().atMost(LIMIT).until(() -> listed("AGAIN-1", "underWay").size() == 1);
    var database = gateway.part(JdbcClient.class);
    database
        .sql(
            """
            with failing as (
              update lane set next_seq = next_seq + 1, due = now() + interval '1 hour', failures = 3, last_error = 'POLICY_UNAVAILABLE'
              where lane = (select 'decide/' || case_id from message where sender_message_id = 'AGAIN-1') returning lane, next_seq)
            insert into lane_row (lane, seq, kind, ref)
            select f.lane, f.next_seq, 'DECIDE', m.id from failing f, message m where m.sender_message_id = 'AGAIN-1'
            """)
        .update();

    assertThat(listed("AGAIN-1", "undecided"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("again").asBoolean()).isTrue();
              assertThat(item.get("code").asText()).isEqualTo("POLICY_UNAVAILABLE");
              assertThat(item.get("tries").asInt()).isEqualTo(3);
            });
    assertThat(duty.get("/operations").body()).contains("to be decided again");
    past(Duration.ofMinutes(1)).run();
    assertThat(undecidable("AGAIN-1")).as("there is time").isEmpty();
    past(Duration.ofDays(7)).run();
    past(Duration.ofDays(7)).run();
    assertThat(undecidable("AGAIN-1"))
        .singleElement()
        .satisfies(item -> assertThat(item.get("code").asText()).isEqualTo("POLICY_UNAVAILABLE"));

    database
        .sql(
            "delete from lane_row r using message m where m.id = r.ref and m.sender_message_id ="
                + " 'AGAIN-1'")
        .update();
    past(Duration.ofDays(7)).run();
    assertThat(undecidable("AGAIN-1")).as("decided again").isEmpty();
    assertThat(listed("AGAIN-1", "undecided")).isEmpty();
  }

  private static PastDeadline at(Instant moment) {
    return new PastDeadline(
        gateway.part(JdbcClient.class),
        gateway.part(LedgerSettings.class),
        Clock.fixed(moment, ZoneOffset.UTC));
  }

  private static PastDeadline past(Duration later) {
    return new PastDeadline(
        gateway.part(JdbcClient.class),
        gateway.part(LedgerSettings.class),
        Clock.offset(Clock.systemUTC(), later));
  }

  private static void decided(String message, String when) {
    gateway
        .part(JdbcClient.class)
        .sql("update message set decided_at = " + when + " where sender_message_id = ?")
        .param(message)
        .update();
  }

  private static List<JsonNode> undecidable(String message) {
    return ofKind("undecidable", message);
  }

  private static List<JsonNode> ofKind(String kind, String message) {
    return listed(message, "attention").stream()
        .filter(item -> item.get("kind").asText().equals(kind))
        .toList();
  }

  private static void submit(String situation, String id) {
    assertThat(gateway.childrensServices().submit(Situation.supportRequest(situation, id)).status())
        .isEqualTo(200);
  }

  private static Unanswered inSixteenMinutes() {
    return new Unanswered(
        gateway.part(Pages.class),
        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16)),
        Duration.ofMinutes(15),
        2);
  }

  private static List<String> told(int count) {
    return gateway.mailbox().awaitMails(count, LIMIT).stream().map(DutyMailbox.Mail::to).toList();
  }

  private static List<String> openEscalations() {
    return StreamSupport.stream(
            duty.get("/operations.json").json().get("escalations").spliterator(), false)
        .map(escalation -> escalation.get("id").asText())
        .toList();
  }

  private static void answer(String escalation) {
    assertThat(
            duty.submit(
                    "/operations", "/operations/escalations/" + escalation + "/answer", Map.of())
                .status())
        .isEqualTo(200);
  }

  private static int pages(String message) {
    return gateway
        .part(JdbcClient.class)
        .sql(
            """
            select count(*) from page p join escalation e on e.id = p.escalation_id join message m on m.id = e.message_id
            where m.sender_message_id = ?
            """)
        .param(message)
        .query(Integer.class)
        .single();
  }

  private static List<JsonNode> listed(String message, String list) {
    return StreamSupport.stream(duty.get("/operations.json").json().get(list).spliterator(), false)
        .filter(item -> item.path("reference").asText().equals(message))
        .toList();
  }
}
