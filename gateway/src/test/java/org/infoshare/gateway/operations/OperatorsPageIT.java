package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What named persons see and do. The messages are the fixtures' own; the drug and alcohol service
 * is down.
 */
class OperatorsPageIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static OperatorBrowser duty;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    for (String message : new String[] {"immediate-risk-with-a-wrong-code", "with-an-attachment"}) {
      assertThat(gateway.childrensServices().submit(Situation.childrensServices(message)).status())
          .isEqualTo(200);
    }
    duty = gateway.loggedIn("dora.duty");
    await().atMost(Duration.ofSeconds(20)).until(() -> overview(duty).get("held").size() >= 2);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void nothing_about_a_person_stands_on_the_page_or_in_its_json() {
    for (String path : new String[] {"/operations", "/operations.json", "/operations/counts"}) {
      GatewayAnswer answer = duty.get(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("Sample-").doesNotContain("ZZ99");
    }
  }

  @Test
  void an_immediate_risk_is_paged_and_stands_there_until_a_named_person_has_it() {
    String escalation = overview(duty).at("/escalations/0/id").asText();
    assertThat(gateway.mailbox().awaitMails(1, Duration.ofSeconds(20)))
        .allSatisfy(mail -> assertThat(mail.to()).isEqualTo("duty-one@childrens-services.example"));

    GatewayAnswer answer =
        duty.submit("/operations", "/operations/escalations/" + escalation + "/answer", Map.of());

    assertThat(answer.body()).contains("You have it.");
    assertThat(overview(duty).get("escalations")).isEmpty();
    assertThat(
            duty.submit(
                    "/operations", "/operations/escalations/" + escalation + "/answer", Map.of())
                .status())
        .isEqualTo(409);
  }

  @Test
  void a_held_part_is_shown_masked_and_released_with_a_reason_in_the_persons_name() {
    JsonNode held = heldBy("U1");
    String page = "/operations/held/" + held.get("id").asText();
    assertThat(duty.get(page).body())
        .contains("Nobody has said what is in this part")
        .contains("masked");

    GatewayAnswer without = duty.submit(page, page + "/release", Map.of("reason", " "));
    assertThat(without.body()).contains("There is a problem").contains("Enter a reason");
    assertThat(isHeld(held)).isTrue();

    GatewayAnswer released =
        duty.submit(
            page, page + "/release", Map.of("reason", "read with the team: needed for the visit"));

    assertThat(released.body()).contains("Released.");
    await().atMost(Duration.ofSeconds(20)).until(() -> isQueued(held));
    assertThat(isHeld(held)).isFalse();
    assertThat(duty.get(page).status()).isEqualTo(409);
  }

  @Test
  void a_held_part_says_whose_it_is_how_great_the_risk_is_and_what_was_agreed_when() {
    submit(
        Situation.supportRequest("agreement-refused", "REFUSED-1")
            .replaceFirst("<rating>[a-z]+", "<rating>amber"));
    JsonNode held =
        awaitItem("held", item -> is(item, "REFUSED-1") && is(item, "rule", "C:refused"));
    String page = duty.get("/operations/held/" + held.get("id").asText()).body();

    assertThat(page)
        .contains("Whose")
        .contains("Parent")
        .contains("Risk, as the sender rates it")
        .contains("Amber")
        .contains("What counts for this part: refused.")
        .containsPattern("<li>\\d{1,2} [A-Z][a-z]+ 20\\d\\d: refused")
        .contains("/operations/decisions/" + held.get("decision").asText())
        .doesNotContain("Sample-")
        .doesNotContain("ZZ99");
  }

  @Test
  void a_decision_is_read_with_its_three_readings_and_without_a_name() {
    String page = "/operations/decisions/" + overview(duty).at("/held/0/decision").asText();
    OperatorBrowser governance = gateway.loggedIn("gus.governance");

    GatewayAnswer answer = governance.get(page);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("For the sender")
        .contains("For the information governance lead")
        .contains("For the persons concerned")
        .contains("waits for a person")
        .contains("Rules kernel-")
        .doesNotContain("Sample-")
        .doesNotContain("ZZ99");
    JsonNode json = governance.get(page + ".json").json();
    assertThat(json.get("forSender")).isNotEmpty();
    assertThat(json.get("forLead")).isNotEmpty();
    assertThat(json.get("warnings")).isEmpty();
    assertThat(json.get("words").asText()).isEqualTo("THE_SAME");
    assertThat(json.get("team").asText()).isEqualTo("Central recovery hub");
    assertThat(answer.body())
        .contains("Central recovery hub")
        .contains("in the words in which it was explained when it was made");
    assertThat(governance.get("/operations").body()).contains(page);
    // The duty team reads what the sender reads: why a part waits, and nothing of another agency's.
    assertThat(duty.get("/operations").body()).contains(page);
    assertThat(duty.get(page).body())
        .contains("For the sender")
        .contains("waits for a person")
        .doesNotContain("For the information governance lead")
        .doesNotContain("For the persons concerned")
        .doesNotContain("Rules kernel-");
    assertThat(duty.get(page + ".json").json().get("forSender")).isNotEmpty();
    assertThat(duty.get(page + ".json").json().get("forLead")).isEmpty();
    assertThat(duty.get(page + ".json").json().get("forPersons")).isEmpty();
    String unknown = "/operations/decisions/" + UUID.randomUUID();
    assertThat(governance.get(unknown).status()).isEqualTo(404);
    assertThat(governance.get(unknown + ".json").field("code")).isEqualTo("NO_SUCH_DECISION");
  }

  @Test
  void the_sender_reads_in_its_status_what_waits_and_why() {
    JsonNode held = overview(duty).at("/held/0");
    JsonNode status =
        gateway.childrensServices().status(held.get("reference").asText()).json();

    assertThat(status.at("/recipients/0/reading").valueStream().map(JsonNode::asText))
        .anyMatch(line -> line.contains("waits for a person"))
        .anyMatch(line -> line.contains("may go."))
        .noneMatch(line -> line.contains("Sample-") || line.contains("ZZ99"));
  }

  @Test
  void the_sender_is_told_the_same_by_soap() {
    String id = overview(duty).at("/held/0").get("reference").asText();
    JsonNode json = gateway.childrensServices().status(id).json().at("/recipients/0");
    var soap = gateway.childrensServices().messageStatus(id);

    assertThat(soap.status()).isEqualTo(200);
    assertThat(json.at("/reading")).isNotEmpty();
    assertThat(textsOf("reading", soap.body()))
        .containsExactlyElementsOf(texts(json.at("/reading")));
    assertThat(textsOf("state", soap.body()))
        .containsExactlyElementsOf(json.at("/steps").findValuesAsText("state"));
    assertThat(textsOf("rule", soap.body()))
        .containsExactlyElementsOf(json.at("/parts").findValuesAsText("rule"));
  }

  private static List<String> texts(JsonNode lines) {
    return lines.valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> textsOf(String element, String xml) {
    return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<")
        .matcher(xml)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void a_place_is_released_by_two_who_each_log_in_and_the_part_goes_down_the_road_again() {
    submit(
        Situation.supportRequest("protected-address-and-alleged-abuser", "TWO-1")
            .replace("</writtenOn>", "</writtenOn><purpose>CP_ENQUIRY</purpose>")
            .replace("<agency>cgl</agency>", "<agency>childrens-services</agency>")
            .replace("<function>treatment</function>", "<function>csc_duty</function>"));
    JsonNode place =
        awaitItem("held", item -> is(item, "TWO-1") && is(item, "segment", "p2-address"));
    String page = "/operations/held/" + place.get("id").asText();
    assertThat(place.get("needsTwo").asBoolean()).isTrue();
    assertThat(owed("TWO-1", "O19").get("keepsWaiting").asBoolean()).isTrue();
    assertThat(duty.get("/operations").body()).contains("Decide about the place");
    assertThat(duty.get(page).body()).contains("You are the first");

    assertThat(
            duty.submit(
                    page,
                    page + "/release",
                    Map.of("reason", "for the visit", "consulted", "x".repeat(2_001)))
                .body())
        .contains("Whom you consulted must be 2,000 characters or fewer");

    GatewayAnswer first =
        duty.submit(
            page,
            page + "/release",
            Map.of(
                "reason", "for the visit",
                "consulted", "Invented manager on call, who agreed",
                "dissent", "Invented key worker: too early"));

    assertThat(first.body()).contains("one of two");
    assertThat(duty.get(page).body())
        .contains("It waits for somebody else")
        .doesNotContain("Confirm the release");
    assertThat(duty.submit(page, page + "/release", Map.of("reason", "for the visit")).body())
        .contains("somebody else must confirm it");
    assertThat(isHeld(place)).isTrue();

    OperatorBrowser second = gateway.loggedIn("sam.duty");
    assertThat(second.get(page).body()).contains("dora.duty").contains("Confirm the release");
    assertThat(second.submit(page, page + "/release", Map.of("reason", "agreed")).body())
        .contains("Released.");

    await().atMost(SOON).until(() -> isQueued(place));
    assertThat(
            gateway
                .part(JdbcClient.class)
                .sql(
                    "select r ->> 'by' || ' ' || (r ->> 'second') from decision d join message m on m.id"
                        + " = d.message_id, jsonb_array_elements(d.releases) r where"
                        + " m.sender_message_id = 'TWO-1' limit 1")
                .query(String.class)
                .single())
        .isEqualTo("dora.duty sam.duty");
    String decision =
        "/operations/decisions/"
            + gateway
                .part(JdbcClient.class)
                .sql(
                    "select d.id::text from decision d join message m on m.id = d.message_id where"
                        + " m.sender_message_id = 'TWO-1' and d.phase = 'replay' and d.changed = '{releases,dissent}'")
                .query(String.class)
                .single();
    assertThat(gateway.loggedIn("gus.governance").get(decision).body())
        .contains("Invented manager on call, who agreed")
        .contains("Invented key worker: too early")
        .contains("Was the second of two people: sam.duty")
        .contains("A person released a part");
    assertThat(duty.get(decision).body()).doesNotContain("manager on call").doesNotContain("key worker");
  }

  @Test
  void what_is_released_waits_for_its_reason_and_the_page_says_so_with_the_clock() {
    submit(Situation.supportRequest("with-an-attachment", "REASON-1"));
    JsonNode held = awaitItem("held", item -> is(item, "REASON-1"));
    String page = "/operations/held/" + held.get("id").asText();
    duty.submit(page, page + "/release", Map.of("reason", "read with the team"));

    JsonNode waits =
        awaitItem(
            "underWay", item -> is(item, "REASON-1") && is(item, "state", "before_sending"));

    assertThat(waits.get("waitsFor").valueStream().map(JsonNode::asText)).containsExactly("O6");
    JsonNode owed = owed("REASON-1", "O6");
    assertThat(owed.get("due").asText()).isEqualTo(waits.get("deadline").asText());
    assertThat(duty.get("/operations").body())
        .contains("Released, waits for")
        .contains("Write down the reason, and why it is proportionate");

    String meet = "/operations/obligations/" + owed.get("id").asText() + "/meet";
    assertThat(duty.submit("/operations", meet, Map.of("reason", " ")).body())
        .contains("There is a problem");
    assertThat(duty.submit("/operations", meet, Map.of("reason", "weighed, and needed")).body())
        .contains("Noted as done.");

    await()
        .atMost(SOON)
        .until(
            () ->
                items("underWay")
                    .noneMatch(
                        item -> is(item, "REASON-1") && is(item, "state", "before_sending")));
    assertThat(duty.submit("/operations", meet, Map.of("reason", "again")).status()).isEqualTo(409);
    String decision = "/operations/decisions/" + waits.get("decision").asText();
    assertThat(gateway.loggedIn("gus.governance").get(decision).body())
        .contains("What was done, in the words of whoever did it", "weighed, and needed");
    assertThat(duty.get(decision).body()).doesNotContain("weighed, and needed");
  }

  @Test
  void a_call_back_is_confirmed_not_only_written_about() {
    submit(Situation.supportRequest("with-an-attachment", "CALL-1"));
    JsonNode held = awaitItem("held", item -> is(item, "CALL-1"));
    gateway
        .part(JdbcClient.class)
        .sql(
            """
            insert into obligation (id, message_id, recipient_agency, recipient_function, decision_id, code, owner, due_word, before_sending, silent,
                                    repeats, opened_at)
            select gen_random_uuid(), message_id, recipient_agency, recipient_function, decision_id, 'O11', 'duty_team', 'before_sending', true, false,
                   false, now() from held_part where id = cast(? as uuid)
            """)
        .param(held.get("id").asText())
        .update();
    assertThat(duty.get("/operations").body())
        .contains("Who answered, and on which number")
        .contains("I rang a number that was known before");
    String meet = "/operations/obligations/" + owed("CALL-1", "O11").get("id").asText() + "/meet";

    assertThat(duty.submit("/operations", meet, Map.of("reason", "rang them")).body())
        .contains("Tick the box");
    assertThat(
            duty.submit("/operations", meet, Map.of("reason", "rang them", "confirmed", "true"))
                .body())
        .contains("Noted as done.");
  }

  @Test
  void two_who_may_be_one_are_shown_as_each_role_may_see_them_and_settled_by_a_named_person() {
    submit(Situation.supportRequest("willing-mother", "ALIKE-1"));
    submit(
        Situation.supportRequest("willing-mother", "ALIKE-2")
            .replace("CASE-ALDER", "CASE-ALIKE")
            .replaceAll("<(nhsNumber|mosaicId)>[^<]*</\\1>", ""));
    awaitItem("matches", match -> true);
    String page = matchPage(items("matches").findFirst().orElseThrow());
    int open = overview(duty).get("matches").size();

    assertThat(duty.get(page).body())
        .contains("Who, masked")
        .contains("born ")
        .contains("ALIKE-1")
        .contains("ALIKE-2")
        .contains("Given name, Family name, Date of birth")
        .contains("p2 is a parent of p1")
        .doesNotContain("Sample-")
        .doesNotContain("Mumma")
        .doesNotContain("Testa");
    OperatorBrowser operator = gateway.loggedIn("olive.operator");
    assertThat(operator.get(page).body())
        .contains("ALIKE-1")
        .doesNotContain("is a parent of")
        .doesNotContain("Who, masked")
        .doesNotContain("They are the same");
    assertThat(
            operator.submit("/operations", page + "/same", Map.of("reason", "because")).status())
        .isEqualTo(403);
    assertThat(duty.submit(page, page + "/same", Map.of("reason", " ")).body())
        .contains("Enter a reason");
    long version = versions();

    assertThat(duty.submit(page, page + "/same", Map.of("reason", "rang the worker")).body())
        .contains("Noted.");

    assertThat(overview(duty).get("matches")).hasSize(open - 1);
    assertThat(versions()).as("decided again before anything goes").isGreaterThan(version);
    assertThat(duty.get(page).status()).isEqualTo(409);
    assertThat(
            gateway
                .part(JdbcClient.class)
                .sql("select settled_by from possible_match where state = 'same' and words is not null")
                .query(String.class)
                .single())
        .isEqualTo("Dora Duty (dora.duty)");
  }

  private static String matchPage(JsonNode match) {
    return "/operations/matches/"
        + match.get("personA").asText()
        + "/"
        + match.get("personB").asText();
  }

  private static long versions() {
    return gateway
        .part(JdbcClient.class)
        .sql("select sum(version) from case_facts")
        .query(Long.class)
        .single();
  }

  @Test
  void two_messages_under_one_id_are_seen_side_by_side_and_the_sender_can_be_rung() {
    submit(Situation.supportRequest("willing-mother", "TWICE-1"));
    String other =
        Situation.supportRequest("immediate-risk-with-a-wrong-code", "TWICE-1");
    assertThat(gateway.childrensServices().submit(other).field("code")).isEqualTo("ID_USED_BEFORE");
    JsonNode item =
        awaitItem("attention", one -> is(one, "TWICE-1") && is(one, "kind", "conflict"));
    assertThat(item.get("risk").asText()).as("what the refused one claims").isEqualTo("immediate");
    String page = "/operations/conflicts/" + item.get("conflict").asText();
    assertThat(duty.get("/operations").body()).contains(page);

    assertThat(duty.get(page).body())
        .contains("refused as a conflict")
        .contains("at immediate risk")
        .contains("TWICE-1")
        .contains("Call-back number")
        .contains("01632 960101")
        .contains("Persons")
        .contains("Who the person is, not the same in both")
        .doesNotContain("Sample-")
        .doesNotContain("Toddla")
        .doesNotContain("Mumma")
        .doesNotContain("ZZ99");
    JsonNode json = duty.get(page + ".json").json();
    assertThat(json.at("/second/risk").asText()).isEqualTo("immediate");
    assertThat(json.at("/second/by/callBack").asText()).isEqualTo("01632 960101");
    assertThat(json.at("/compared/fields").valueStream().map(JsonNode::asText)).contains("risk");
    assertThat(json.toString()).doesNotContain("Sample-").doesNotContain("Toddla");
    OperatorBrowser operator = gateway.loggedIn("olive.operator");
    assertThat(operator.get(page).body())
        .contains("refused as a conflict")
        .doesNotContain("01632 960101")
        .doesNotContain("I have it")
        .doesNotContain("Close it");
    assertThat(operator.get(page + ".json").body()).doesNotContain("01632 960101");
    assertThat(duty.get("/operations/conflicts/" + UUID.randomUUID()).status()).isEqualTo(404);
    duty.submit(
        page,
        "/operations/escalations/" + json.at("/escalation/id").asText() + "/answer",
        Map.of());
  }

  @Test
  void a_conflict_at_risk_is_taken_and_closed_from_its_page() {
    submit(Situation.supportRequest("willing-mother", "TWICE-2"));
    gateway
        .childrensServices()
        .submit(Situation.supportRequest("immediate-risk-with-a-wrong-code", "TWICE-2"));
    JsonNode item = awaitItem("escalations", one -> is(one, "TWICE-2"));
    String page = "/operations/conflicts/" + item.get("conflict").asText();

    assertThat(
            duty.submit(
                    page,
                    "/operations/escalations/" + item.get("id").asText() + "/answer",
                    Map.of())
                .body())
        .contains("You have it.");
    assertThat(duty.get(page).body()).contains("Dora Duty (dora.duty) has had it since");

    String close =
        "/operations/attention/" + duty.get(page + ".json").json().get("waits").asText() + "/close";
    assertThat(duty.submit(page, close, Map.of("reason", " ")).body()).contains("There is a problem");
    assertThat(duty.submit(page, close, Map.of("reason", "rang them")).body()).contains("Closed.");

    assertThat(duty.get(page).body())
        .contains("Closed by Dora Duty (dora.duty)")
        .doesNotContain("Close it");
    assertThat(items("attention")).noneMatch(one -> is(one, "TWICE-2"));
  }

  @Test
  void a_held_part_that_is_refused_stays_behind() {
    JsonNode held = heldBy("U1");
    String page = "/operations/held/" + held.get("id").asText();

    GatewayAnswer refused =
        duty.submit(page, page + "/refuse", Map.of("reason", "not needed", "askAgain", "true"));

    assertThat(refused.body()).contains("Refused.");
    assertThat(isHeld(held)).isFalse();
    String asked = held.get("reference").asText();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        gateway.childrensServices().status(asked).json().at("/recipients/0/reading")
                            .valueStream()
                            .map(JsonNode::asText))
                    .anyMatch(line -> line.contains("asked again, alone and by a safe route")));
  }

  @Test
  void only_the_duty_team_sees_a_held_part_and_decides() {
    String page = "/operations/held/" + overview(duty).at("/held/0/id").asText();
    for (String user : new String[] {"olive.operator", "gus.governance"}) {
      OperatorBrowser other = gateway.loggedIn(user);

      assertThat(other.get("/operations").status()).isEqualTo(200);
      assertThat(other.get("/operations").body()).doesNotContain(page);
      assertThat(other.get(page).status()).isEqualTo(403);
      assertThat(
              other
                  .submit("/operations", page + "/release", Map.of("reason", "because"))
                  .field("code"))
          .isEqualTo("NOT_ALLOWED");
    }
  }

  @Test
  void only_governance_reviews_overrides_and_says_why() {
    OperatorBrowser governance = gateway.loggedIn("gus.governance");
    String redAndRefused = Situation.redAgainstRefusal("RED-1");
    assertThat(gateway.childrensServices().submit(redAndRefused).status()).isEqualTo(200);
    await().atMost(SOON).until(() -> !overrides(governance).isEmpty());
    JsonNode override = overrides(governance).get(0);
    String action = "/operations/overrides/" + override.get("id").asText();
    assertThat(governance.get("/operations/overrides").body())
        .contains(override.get("reference").asText())
        .doesNotContain("Sample-")
        .doesNotContain("ZZ99");
    for (String user : new String[] {"olive.operator", "dora.duty"}) {
      OperatorBrowser other = gateway.loggedIn(user);
      assertThat(other.get("/operations/overrides").status()).isEqualTo(403);
      assertThat(other.get("/operations/overrides.json").status()).isEqualTo(403);
      assertThat(
              other.submit("/operations", action, Map.of("finding", "upheld", "reason", "x")).status())
          .isEqualTo(403);
    }
    assertThat(
            duty.submit(
                    "/operations",
                    "/operations/obligations/" + override.get("id").asText() + "/meet",
                    Map.of("reason", "done"))
                .field("code"))
        .isEqualTo("FINDING_NEEDED");
    assertThat(
            governance
                .submit("/operations/overrides", action, Map.of("finding", "upheld", "reason", " "))
                .body())
        .contains("Enter a reason");
    assertThat(
            governance
                .submit("/operations/overrides", action, Map.of("finding", "perhaps", "reason", "x"))
                .body())
        .contains("Say whether it is upheld");

    assertThat(
            governance
                .submit(
                    "/operations/overrides",
                    action,
                    Map.of(
                        "finding", "upheld",
                        "reason", "rightly feared",
                        "consulted", "Invented safeguarding lead"))
                .body())
        .contains("Upheld.");
    assertThat(governance.get("/operations/decisions/" + override.get("decision").asText()).body())
        .contains("Invented safeguarding lead")
        .contains("Reviewed it: gus.governance");
    // Whoever looked at the list before finds the list again, and why.
    GatewayAnswer late =
        governance.submit(
            "/operations/overrides",
            action,
            Map.of("finding", "not_upheld", "reason", "wrongly feared"));
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.body()).contains("Somebody reviewed it before.").contains("<html");
  }

  @Test
  void a_forged_form_is_refused() {
    String page = "/operations/held/" + overview(duty).at("/held/0/id").asText();

    // The page that is named has no form, so the request goes without the page's token.
    GatewayAnswer forged =
        duty.submit("/operations.json", page + "/release", Map.of("reason", "forged"));

    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.field("code")).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_delivery_that_does_not_get_through_stands_there_with_its_tries_and_its_last_error() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode underWay = overview(duty).at("/underWay/0");
              assertThat(underWay.get("recipient").asText()).isEqualTo("cgl/treatment");
              assertThat(underWay.get("tries").asInt()).isPositive();
              assertThat(underWay.get("lastError").asText()).isEqualTo("NO_CONNECTION");
              Instant since = Instant.parse(underWay.get("since").asText());
              assertThat(since).isBefore(Instant.now());
              assertThat(Instant.parse(underWay.get("nextTry").asText())).isAfter(since);
              assertThat(Instant.parse(underWay.get("deadline").asText())).isAfter(since);
              assertThat(rows(duty.get("/operations").body(), underWay.get("reference").asText()))
                  .contains(Map.entry("Tries", underWay.get("tries").asText()))
                  .contains(Map.entry("Next try", shown(underWay.get("nextTry"))))
                  .contains(Map.entry("A person is told at", shown(underWay.get("deadline"))))
                  .anySatisfy(
                      row ->
                          assertThat(row.getKey() + " " + row.getValue())
                              .matches("Waiting \\d+ minutes?"));
            });
  }

  private static String shown(JsonNode moment) {
    return new Times().of(Instant.parse(moment.asText()));
  }

  /** What the list of those under way says of the first delivery of a message: name and value. */
  private static List<Map.Entry<String, String>> rows(String page, String reference) {
    String list = page.substring(page.indexOf("id=\"under-way\""), page.indexOf("id=\"owed\""));
    String card =
        Stream.of(list.split("govuk-summary-card__title-wrapper"))
            .filter(text -> text.contains(">" + reference + "<"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("<dt[^>]*>([^<]*)</dt>\\s*<dd[^>]*>([^<]*)<")
        .matcher(card)
        .results()
        .map(row -> Map.entry(row.group(1), row.group(2)))
        .toList();
  }

  @Test
  void a_delivery_that_backs_off_is_tried_at_once_when_a_person_asks_for_it() {
    submit(Situation.supportRequest("willing-mother", "NOW-1").replace("CASE-ALDER", "CASE-NOW"));
    JsonNode underWay = awaitItem("underWay", item -> is(item, "NOW-1"));
    String delivery = underWay.get("delivery").asText();
    await().atMost(SOON).until(() -> backOffForAnHour(delivery) == 1);
    int tries = awaitItem("underWay", item -> is(item, "NOW-1")).get("tries").asInt();
    String tryNow = "/operations/deliveries/" + delivery + "/try-now";
    assertThat(gateway.loggedIn("olive.operator").submit("/operations", tryNow, Map.of()).status())
        .isEqualTo(403);

    assertThat(duty.submit("/operations", tryNow, Map.of()).body())
        .contains("It is tried again now.");

    awaitItem("underWay", item -> is(item, "NOW-1") && item.get("tries").asInt() > tries);
  }

  /**
   * @return 0 while it was not tried yet, or is being tried
   */
  private static int backOffForAnHour(String delivery) {
    return gateway
        .part(JdbcClient.class)
        .sql(
            "update lane set due = clock_timestamp() + interval '1 hour' where owner is null and due"
                + " is not null and lane = (select lane from delivery where id = cast(? as uuid) and"
                + " tries > 0)")
        .param(delivery)
        .update();
  }

  @Test
  void what_stopped_is_closed_by_a_named_person_who_says_why() {
    submit(Situation.supportRequest("willing-mother", "CLOSE-1"));
    gateway
        .part(JdbcClient.class)
        .sql(
            "insert into attention (kind, code, message_id, opened_at) select 'fault', 'FAULT', id,"
                + " now() from message where sender_message_id = 'CLOSE-1'")
        .update();
    JsonNode item = awaitItem("attention", one -> is(one, "CLOSE-1"));
    String close = "/operations/attention/" + item.get("id").asText() + "/close";
    assertThat(
            gateway
                .loggedIn("olive.operator")
                .submit("/operations", close, Map.of("reason", "x"))
                .status())
        .isEqualTo(403);

    assertThat(duty.submit("/operations", close, Map.of("reason", " ")).body())
        .contains("There is a problem");
    assertThat(items("attention")).anyMatch(one -> is(one, "CLOSE-1"));
    assertThat(duty.submit("/operations", close, Map.of("reason", "sent on paper")).body())
        .contains("Closed.");

    assertThat(items("attention")).noneMatch(one -> is(one, "CLOSE-1"));
    assertThat(
            gateway
                .part(JdbcClient.class)
                .sql(
                    "select state || ', ' || done_by from attention where id = cast(? as uuid)"
                        + " and reason is null and words is not null")
                .param(item.get("id").asText())
                .query(String.class)
                .single())
        .isEqualTo("done, Dora Duty (dora.duty)");
  }

  private static void submit(String request) {
    assertThat(gateway.childrensServices().submit(request).status()).isEqualTo(200);
  }

  private static Stream<JsonNode> items(String list) {
    return overview(duty).get(list).valueStream();
  }

  private static JsonNode awaitItem(String list, Predicate<JsonNode> wanted) {
    await().atMost(SOON).until(() -> items(list).anyMatch(wanted));
    return items(list).filter(wanted).findFirst().orElseThrow();
  }

  private static JsonNode owed(String message, String code) {
    return awaitItem("owed", item -> is(item, message) && is(item, "code", code));
  }

  private static boolean is(JsonNode item, String message) {
    return is(item, "reference", message);
  }

  private static boolean is(JsonNode item, String field, String value) {
    return item.path(field).asText().equals(value);
  }

  private static JsonNode overrides(OperatorBrowser person) {
    return person.get("/operations/overrides.json").json();
  }

  private static JsonNode heldBy(String rule) {
    return first(overview(duty).get("held"), held -> held.get("rule").asText().equals(rule));
  }

  private static boolean isHeld(JsonNode held) {
    return StreamSupport.stream(overview(duty).get("held").spliterator(), false)
        .anyMatch(other -> other.get("id").equals(held.get("id")));
  }

  /** It goes down the road again: it is queued for its recipient. */
  private static boolean isQueued(JsonNode held) {
    return gateway
        .part(JdbcClient.class)
        .sql(
            "select count(*) > 0 from delivery where message_id = cast(? as uuid) and ? ="
                + " any(segments)")
        .params(held.get("message").asText(), held.get("segment").asText())
        .query(Boolean.class)
        .single();
  }

  private static JsonNode first(JsonNode all, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(all.spliterator(), false).filter(wanted).findFirst().orElseThrow();
  }

  private static JsonNode overview(OperatorBrowser person) {
    return person.get("/operations.json").json();
  }
}
