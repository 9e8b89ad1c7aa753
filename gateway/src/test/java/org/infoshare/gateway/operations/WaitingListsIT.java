package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is listed first, how much there is, and who has an immediate risk. */
class WaitingListsIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static OperatorBrowser duty;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    duty = gateway.loggedIn("dora.duty");
    submit(Situation.supportRequest("with-an-attachment", "EARLIER-1"));
    await().atMost(SOON).until(() -> held().contains("EARLIER-1"));
    submit(
        Situation.childrensServices("immediate-risk-with-a-wrong-code")
            .replaceFirst("(<messageId>)[^<]*", "$1IMMEDIATE-1"));
    await().atMost(SOON).until(() -> held().contains("IMMEDIATE-1"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void an_immediate_risk_stands_before_what_has_waited_longer() {
    assertThat(held()).startsWith("IMMEDIATE-1").endsWith("EARLIER-1");
    assertThat(overview().at("/held/0/risk").asText()).isEqualTo("immediate");
    String section = section("held", duty.get("/operations").body());
    assertThat(section.indexOf("IMMEDIATE-1")).isLessThan(section.indexOf("EARLIER-1"));
    assertThat(section).contains("Immediate risk");
  }

  @Test
  void the_whole_number_is_told_also_of_what_is_not_listed_and_the_rest_is_on_the_next_page() {
    database()
        .sql(
            """
            insert into refused_input (agency, sha256, length, code, at)
            select 'cgl', '\\x00', 1, 'NOT_VALID', now() - make_interval(secs => 3600 - n) from generate_series(1, 230) as n
            """)
        .update();

    String first = duty.get("/operations").body();

    assertThat(counts(first)).contains("Turned away in the last day: <strong>230</strong>");
    assertThat(section("refused", first)).contains("Showing 1 to 50 of 230.");
    assertThat(section("refused", first).split("<li")).hasSize(51);
    assertThat(first).contains("list=refusedInput&amp;page=2#refused");
    String last = section("refused", duty.get("/operations?list=refusedInput&page=5").body());
    assertThat(last).contains("Showing 201 to 230 of 230.").doesNotContain("rel=\"next\"");
    assertThat(overview().at("/totals/refusedInput").asInt()).isEqualTo(230);
    assertThat(overview().get("refusedInput")).hasSize(200);
    JsonNode second = duty.get("/operations.json?list=refusedInput&page=2").json();
    assertThat(second.get("refusedInput")).hasSize(30);
    assertThat(second.get("held")).hasSameSizeAs(overview().get("held"));
  }

  @Test
  void what_the_gateways_own_people_owe_is_listed_before_it_is_late_and_what_a_sender_owes_after() {
    owe("O9", "ig", "5 days");
    owe("O16", "duty_team", "1 day");
    owe("O2", "gateway", "8 hours");
    owe("O15", "sender", "1 day");
    owe("O3", "sender", "-1 minute");
    owe("H1d", "duty_team", "1 day");

    assertThat(texts("owed", "code")).contains("O9", "O16", "O2", "O3").doesNotContain("O15", "H1d");
    assertThat(overview().at("/totals/owed").asInt()).isEqualTo(overview().get("owed").size());
    assertThat(overview().get("owed").valueStream().filter(one -> one.get("code").asText().equals("O9")))
        .first()
        .satisfies(one -> assertThat(one.get("due").asText()).isNotEmpty());
  }

  private static void owe(String code, String owner, String dueIn) {
    database()
        .sql(
            """
            insert into obligation (id, message_id, recipient_agency, recipient_function, decision_id, code, owner, due_word, due_at, before_sending,
                                    silent, repeats, opened_at)
            select gen_random_uuid(), message_id, recipient_agency, recipient_function, decision_id, :code, :owner, 'invented',
                   now() + cast(:due as interval), false, false, false, now()
            from held_part order by id limit 1
            """)
        .param("code", code)
        .param("owner", owner)
        .param("due", dueIn)
        .update();
  }

  @Test
  void what_is_under_way_is_counted_by_its_state() {
    String counts = counts(duty.get("/operations").body());
    JsonNode states = overview().at("/totals/states");
    long sum = states.valueStream().mapToLong(JsonNode::asLong).sum();

    assertThat(sum).isEqualTo(overview().at("/totals/underWay").asLong());
    assertThat(counts).contains("On their way");
    assertThat(duty.get("/operations/counts").body()).contains("On their way");
  }

  @Test
  void who_has_an_immediate_risk_and_since_when_stays_on_the_page() {
    submit(
        Situation.childrensServices("immediate-risk-with-a-wrong-code")
            .replaceFirst("(<messageId>)[^<]*", "$1IMMEDIATE-2"));
    await().atMost(SOON).until(() -> texts("escalations", "reference").contains("IMMEDIATE-2"));
    String id = item("escalations", "IMMEDIATE-2").get("id").asText();
    String answer = "/operations/escalations/" + id + "/answer";

    duty.submit("/operations", answer, Map.of());

    assertThat(texts("escalations", "reference")).doesNotContain("IMMEDIATE-2");
    JsonNode taken = item("taken", "IMMEDIATE-2");
    assertThat(taken.get("by").asText()).isEqualTo("Dora Duty (dora.duty)");
    assertThat(taken.get("takenAt").asText()).isNotEmpty();
    for (String user : List.of("dora.duty", "olive.operator")) {
      assertThat(section("taken", gateway.loggedIn(user).get("/operations").body()))
          .contains("IMMEDIATE-2")
          .contains("Dora Duty (dora.duty)")
          .contains("Has had it since");
    }
    GatewayAnswer second =
        gateway.loggedIn("sam.duty").submit("/operations", answer, Map.of());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("Dora Duty (dora.duty) has had it since");

    database()
        .sql("update escalation set answered_at = now() - interval '25 hours' where id = cast(? as uuid)")
        .param(id)
        .update();
    assertThat(texts("taken", "reference")).doesNotContain("IMMEDIATE-2");
  }

  @Test
  void what_nobody_can_decide_is_shown_with_its_tries_its_last_error_and_its_next_try() {
    submit(Situation.supportRequest("willing-mother", "UNDECIDED-1"));
    await().atMost(SOON).until(() -> texts("underWay", "reference").contains("UNDECIDED-1"));
    database()
        .sql(
            """
            with again as (update message set decided_at = null where sender_message_id = 'UNDECIDED-1' returning id, case_id)
            insert into lane (lane, next_seq, due, prio, failures, last_error)
            select 'decide/' || case_id, 1, now() + interval '1 hour', 0, 3, 'POLICY_UNAVAILABLE' from again
            on conflict (lane) do update set due = excluded.due, failures = 3, last_error = excluded.last_error
            """)
        .update();
    database()
        .sql(
            """
            insert into lane_row (lane, seq, kind, ref)
            select 'decide/' || case_id, 999, 'DECIDE', id from message where sender_message_id = 'UNDECIDED-1'
            """)
        .update();

    JsonNode undecided = item("undecided", "UNDECIDED-1");

    assertThat(undecided.get("tries").asInt()).isEqualTo(3);
    assertThat(undecided.get("code").asText()).isEqualTo("POLICY_UNAVAILABLE");
    assertThat(undecided.get("nextTry").asText()).isNotEmpty();
    assertThat(section("undecided", duty.get("/operations").body()))
        .contains("UNDECIDED-1")
        .contains("Tries")
        .contains("the policy could not be asked")
        .contains("Next try");
  }

  private static void submit(String request) {
    assertThat(gateway.childrensServices().submit(request).status()).isEqualTo(200);
  }

  private static JdbcClient database() {
    return gateway.part(JdbcClient.class);
  }

  private static JsonNode overview() {
    return duty.get("/operations.json").json();
  }

  private static List<String> held() {
    return texts("held", "reference");
  }

  private static List<String> texts(String list, String field) {
    return overview().get(list).valueStream().map(item -> item.path(field).asText()).toList();
  }

  private static JsonNode item(String list, String reference) {
    return overview().get(list).valueStream()
        .filter(item -> item.path("reference").asText().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private static String counts(String page) {
    return page.substring(page.indexOf("id=\"counts\""), page.indexOf("<section"));
  }

  private static String section(String heading, String page) {
    int start = page.indexOf("<section aria-labelledby=\"" + heading + "\"");
    return page.substring(start, page.indexOf("</section>", start));
  }
}
