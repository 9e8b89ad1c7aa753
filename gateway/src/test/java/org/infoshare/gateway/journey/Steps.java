package org.infoshare.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.fixtures.agencies.ReceivedCall;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.gateway.ledger.PolicyRevision;

/**
 * Plays the steps of a journey, one after the other. The first word of a step says what is done.
 */
final class Steps {

  /** Shorter than the gateway waits. */
  private static final Duration A_SLOW_ANSWER = Duration.ofSeconds(1);

  private static final Pattern WITH = Pattern.compile("name=\"with\"[^>]* value=\"([^\"]+)\"");

  private final Stage stage;
  private final Journey journey;

  Steps(Stage stage, Journey journey) {
    this.stage = stage;
    this.journey = journey;
  }

  void play() throws IOException {
    for (Map<String, String> step : journey.steps()) {
      play(step);
    }
  }

  private void play(Map<String, String> step) throws IOException {
    String what = step.keySet().iterator().next();
    String which = step.get(what);
    switch (what) {
      case "send" -> send(which, step.get("answer"));
      case "await" -> awaitState(which, step);
      case "sender-reads" -> awaitReading(which, step.get("line"));
      case "cgl", "childrens-services" -> behave(what, which);
      case "policy-engine" -> stage.engine(which.equals("hangs") ? "-STOP" : "-CONT");
      case "agreement" -> agreement(which, step);
      case "table" -> table(which, step);
      case "before-person" -> awaitAttention(which, step.get("of"));
      case "release" -> release(which, step);
      case "ring-back" -> awaitNumberToRing(which, step.get("of"));
      case "refuse" -> refuse(which, step);
      case "undecided" -> awaitUndecided(which, step.get("because"));
      case "nothing-yet" ->
          assertThat(stage.agency(which).calls()).as("sent to %s so far", which).isEmpty();
      case "received" ->
          stage.agency(which).awaitReceived(Integer.parseInt(step.get("documents")), Stage.SOON);
      case "meet" -> meet(which, step.get("of"), step.get("how"));
      case "review-override" -> reviewOverride(which, step.get("of"), step.get("reason"));
      case "later" -> stage.later(Duration.parse(which));
      case "mail-server" -> mailServer(which);
      case "told-nobody" -> awaitToldNobody(which, step.get("because"));
      case "answer-escalation" -> answerEscalation(which);
      case "mails-so-far" ->
          assertThat(stage.gateway().mailbox().mails()).as("e-mails so far").hasSize(Integer.parseInt(which));
      case "mails" -> stage.gateway().mailbox().awaitMails(Integer.parseInt(which), Stage.SOON);
      default -> throw new IllegalArgumentException("no step is called " + what);
    }
  }

  private void send(String file, String wanted) {
    String by = file.endsWith(".json") ? "cgl" : "childrens-services";
    var refs = new NumberedRefs();
    stage.agency(by).received().forEach(call -> refs.numbered(call.text()));
    String document = refs.given(journey.document(file)).replace(Sent.OUR_ID, lastAt(by));
    GatewayAnswer answer = sent(file, document);
    assertThat(said(answer)).as("answer to %s", file)
        .isEqualTo(wanted);
  }

  private static String said(GatewayAnswer answer) {
    if (answer.contentType().startsWith("application/fhir+json")) {
      return answer.json().at("/issue/0/details/coding/0/code").asText();
    }
    return answer.isSuccess() ? answer.field("status") : answer.field("code");
  }

  private GatewayAnswer sent(String file, String text) {
    if (text.contains("\"resourceType\"")) {
      return stage.gateway().cgl().post("/agencies/cgl/fhir/Consent", text);
    }
    if (file.endsWith(".json") && text.contains("\"done\"")) {
      return stage.gateway().cgl().confirmRecall(text);
    }
    if (file.endsWith(".json")) {
      return text.contains("\"practitioner\"") && text.contains("\"client\"")
          ? stage.gateway().cgl().answer(text)
          : stage.gateway().cgl().consent(text);
    }
    String element = text.replaceFirst("<\\?xml[^>]*\\?>", "").strip();
    var childrensServices = stage.gateway().childrensServices();
    if (element.startsWith("<soap:Envelope")) {
      return childrensServices.send("submitSupportRequest", element);
    }
    if (element.startsWith("<recallConfirmation")) {
      return childrensServices.confirmRecall(element);
    }
    return element.startsWith("<consentStatement")
        ? childrensServices.recordConsent(element)
        : childrensServices.submit(element);
  }

  private String lastAt(String agency) {
    List<ReceivedCall> received = stage.agency(agency).received();
    return received.isEmpty() ? Sent.OUR_ID : received.getLast().messageId();
  }

  private void awaitState(String id, Map<String, String> step) {
    await()
        .atMost(Stage.SOON)
        .untilAsserted(
            () ->
                assertThat(steps(id))
                    .as("%s on its way", id)
                    .contains(
                        step.containsKey("because")
                            ? step.get("state") + " " + step.get("because")
                            : step.get("state")));
  }

  /** Until the sender reads this of its message in its status. */
  private void awaitReading(String id, String line) {
    await()
        .atMost(Stage.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        status(id).at("/recipients/0/reading").valueStream().map(JsonNode::asText))
                    .as("what the sender reads of %s", id)
                    .contains(line));
  }

  /** Until the operators' page shows a message that nobody can decide, and why. */
  private void awaitUndecided(String id, String code) {
    await()
        .atMost(Stage.SOON)
        .until(
            () ->
                StreamSupport.stream(
                        stage.duty().get("/operations.json").json().get("undecided").spliterator(),
                        false)
                    .anyMatch(
                        one ->
                            one.path("reference").asText().equals(id)
                                && one.path("code").asText().equals(code)));
  }

  /**
   * Until the duty team reads under what nobody can decide whom it rings; who may not ring reads no
   * number, and nobody can release anything.
   */
  private void awaitNumberToRing(String number, String id) {
    await()
        .atMost(Stage.SOON)
        .untilAsserted(
            () ->
                assertThat(held(stage.duty(), id))
                    .contains("nobody can decide it now", "Taken in", "Ring back", number)
                    .doesNotContain("/operations/held/"));
    assertThat(held(stage.gateway().loggedIn("olive.operator"), id))
        .contains("nobody can decide it now")
        .doesNotContain(number);
    String part =
        stage.duty().get("/operations.json").json().get("held").valueStream()
            .filter(one -> one.path("reference").asText().equals(id))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    assertThat(stage.duty().get("/operations/held/" + part).status()).isEqualTo(409);
    assertThat(
            stage
                .duty()
                .submit("/operations", "/operations/held/" + part + "/release", Map.of("reason", "now"))
                .status())
        .isEqualTo(409);
  }

  /** All that stands of a message under what is held. */
  private static String held(OperatorBrowser person, String id) {
    String page = person.get("/operations").body();
    String section = page.substring(page.indexOf(" id=\"held\""), page.indexOf(" id=\"attention\""));
    return Pattern.compile("<div class=\"govuk-summary-card\">")
        .splitAsStream(section)
        .filter(card -> card.contains(id))
        .collect(Collectors.joining());
  }

  /**
   * Where a message stands as its sender is told: each step, and again with each of its reasons.
   */
  private List<String> steps(String id) {
    return status(id).path("recipients").findValues("steps").stream()
        .flatMap(steps -> StreamSupport.stream(steps.spliterator(), false))
        .flatMap(
            step -> {
              String state = step.path("state").asText();
              return Stream.concat(
                  Stream.of(state),
                  StreamSupport.stream(step.path("reasons").spliterator(), false)
                      .map(reason -> state + " " + reason.asText()));
            })
        .toList();
  }

  JsonNode status(String id) {
    return id.startsWith("CGL-")
        ? stage.gateway().cgl().status(id).json()
        : stage.gateway().childrensServices().status(id).json();
  }

  private void behave(String agency, String how) {
    var simulated = stage.agency(agency);
    switch (how) {
      case "down" -> simulated.down();
      case "up" -> simulated.normal();
      case "slow" -> simulated.slow(A_SLOW_ANSWER);
      case "silent" -> simulated.silentAfterAccepting();
      case "cut-off" -> simulated.cutOffAfterAccepting();
      case "unavailable" -> simulated.unavailable();
      case "refuses" -> simulated.refusing("NOT_OURS", "not one of our areas");
      default -> throw new IllegalArgumentException("no agency can be " + how);
    }
  }

  /** A person of governance reviews at their page what went by an override. */
  private void reviewOverride(String finding, String message, String reason) {
    var governance = stage.gateway().loggedIn("gus.governance");
    String id =
        StreamSupport.stream(
                governance.get("/operations/overrides.json").json().spliterator(), false)
            .filter(one -> one.get("reference").asText().equals(message))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no override of " + message + " waits"))
            .get("id")
            .asText();
    assertThat(
            governance
                .submit(
                    "/operations/overrides",
                    "/operations/overrides/" + id,
                    Map.of("finding", finding, "reason", reason))
                .body())
        .contains(finding.equals("upheld") ? "Upheld." : "Not upheld: what went by it is recalled.");
  }

  private void mailServer(String how) {
    if (how.equals("down")) {
      stage.gateway().mailbox().down();
    } else {
      stage.gateway().mailbox().up();
    }
  }

  /** Until the operators' page shows that an e-mail about a message does not go out, and why. */
  private void awaitToldNobody(String message, String code) {
    await()
        .atMost(Stage.SOON)
        .untilAsserted(
            () ->
                assertThat(escalation(message))
                    .hasValueSatisfying(
                        open -> assertThat(open.path("lastError").asText()).isEqualTo(code)));
    assertThat(stage.gateway().mailbox().mails()).as("e-mails so far").isEmpty();
  }

  /** A person of the duty team says at the operators' page that they have it. */
  private void answerEscalation(String message) {
    String id = escalation(message).orElseThrow().get("id").asText();
    assertThat(
            stage
                .duty()
                .submit("/operations", "/operations/escalations/" + id + "/answer", Map.of())
                .body())
        .contains("You have it.");
  }

  private Optional<JsonNode> escalation(String message) {
    return StreamSupport.stream(
            stage.duty().get("/operations.json").json().get("escalations").spliterator(), false)
        .filter(one -> one.path("reference").asText().equals(message))
        .findFirst();
  }

  /** Sets what else the step names in an agency's agreement. */
  private void agreement(String agency, Map<String, String> step) {
    PolicyRevision active = stage.revisions().active().orElseThrow();
    ObjectNode agreements = active.agreements().deepCopy();
    ObjectNode agreement = (ObjectNode) agreements.get(agency);
    step.entrySet().stream()
        .skip(1)
        .forEach(
            change -> {
              if (change.getValue().equals("true")) {
                agreement.put(change.getKey(), true);
              } else {
                agreement.put(change.getKey(), change.getValue());
              }
            });
    stage.revisions().activate(active.revision(), active.tables(), agreements, "Gus Invented", journey.name());
  }

  /** Takes a word out of a list of a table, or puts another one in the place of a word. */
  private void table(String table, Map<String, String> step) {
    PolicyRevision active = stage.revisions().active().orElseThrow();
    ObjectNode tables = active.tables().deepCopy();
    if (step.containsKey("is")) {
      int name = step.get("at").lastIndexOf('/');
      ((ObjectNode) tables.get(table).at(step.get("at").substring(0, name)))
          .put(step.get("at").substring(name + 1), step.get("is"));
    } else {
      tighten(table, step, tables);
    }
    stage.revisions().activate(active.revision(), tables, active.agreements(), "Gus Invented", journey.name());
  }

  private static void tighten(String table, Map<String, String> step, ObjectNode tables) {
    ArrayNode list = (ArrayNode) tables.get(table).at(step.get("at"));
    int before = list.size();
    list.removeIf(word -> word.asText().equals(step.get("without")));
    assertThat(list.size()).as("the table without %s", step.get("without")).isLessThan(before);
  }

  /** Until the operators' page shows that a message needs a person, and why. */
  private void awaitAttention(String kind, String message) {
    await()
        .atMost(Stage.SOON)
        .until(
            () ->
                StreamSupport.stream(
                        stage.duty().get("/operations.json").json().get("attention").spliterator(),
                        false)
                    .anyMatch(
                        one ->
                            one.path("reference").asText().equals(message)
                                && one.path("kind").asText().equals(kind)));
  }

  /**
   * A person of the duty team releases a held part at the operators' page, by itself or with all
   * that the page offers to be decided together with it.
   */
  private void release(String segment, Map<String, String> step) {
    String page = heldPage(segment, step.get("of"));
    var person = step.containsKey("by") ? stage.gateway().loggedIn(step.get("by")) : stage.duty();
    String offered =
        WITH.matcher(person.get(page).body())
            .results()
            .map(box -> box.group(1))
            .collect(Collectors.joining(","));
    var fields =
        step.containsKey("with")
            ? Map.of("reason", step.get("reason"), "with", offered)
            : Map.of("reason", step.get("reason"));
    assertThat(person.submit(page, page + "/release", fields).body()).contains("Released");
  }

  /** A person of the duty team refuses a held part at the operators' page. */
  private void refuse(String segment, Map<String, String> step) {
    String page = heldPage(segment, step.get("of"));
    assertThat(
            stage.duty().submit(page, page + "/refuse", Map.of("reason", step.get("reason"))).body())
        .contains("Refused");
  }

  private String heldPage(String segment, String message) {
    JsonNode held =
        StreamSupport.stream(
                stage.duty().get("/operations.json").json().get("held").spliterator(), false)
            .filter(
                part ->
                    part.get("reference").asText().equals(message)
                        && part.get("segment").asText().equals(segment))
            .findFirst()
            .orElseThrow(() -> new AssertionError(segment + " of " + message + " is not held"));
    return "/operations/held/" + held.get("id").asText();
  }

  /**
   * A person of the duty team has done what a delivery waits for, and says so at the operators'
   * page.
   */
  private void meet(String code, String message, String how) {
    await()
        .atMost(Stage.SOON)
        .untilAsserted(
            () -> assertThat(owed(message)).as("owed for %s", message).containsKey(code));
    String obligation = owed(message).get(code);
    assertThat(
            stage
                .duty()
                .submit(
                    "/operations",
                    "/operations/obligations/" + obligation + "/meet",
                    Map.of("reason", how))
                .status())
        .isEqualTo(200);
  }

  /** What must be done before sending, by code, with its id. */
  private Map<String, String> owed(String message) {
    return StreamSupport.stream(
            stage.duty().get("/operations.json").json().get("owed").spliterator(), false)
        .filter(
            one ->
                one.get("reference").asText().equals(message)
                    && one.get("beforeSending").asBoolean())
        .collect(Collectors.toMap(one -> one.get("code").asText(), one -> one.get("id").asText()));
  }
}
