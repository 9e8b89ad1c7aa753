package org.infoshare.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.infoshare.fixtures.agencies.ReceivedCall;
import org.infoshare.fixtures.agencies.Verdict;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.gateway.journey.WrittenReadings.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder of {@code journeys}, through the whole application: what each agency was
 * sent and that it was sent nothing else, what was held and why, who was told by e-mail. Then every
 * decision of all of them is made again.
 */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

  private static final Path WHAT_CAME = Path.of("target", "journeys");

  @TempDir static Path folder;
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open(folder);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> every_journey_ends_as_its_folder_says() throws Exception {
    return Journey.all().stream()
        .map(journey -> DynamicTest.dynamicTest(journey.name(), () -> play(journey)));
  }

  @Order(2)
  @Test
  void every_decision_of_the_journeys_is_made_again_from_its_record_and_is_the_same()
      throws Exception {
    var again = new DecidedAgain(stage);

    assertThat(again.decisions()).isGreaterThan(Journey.all().size());
    assertThat(again.thatDiffer()).isEmpty();
  }

  @Order(3)
  @Test
  void no_reading_of_a_decision_says_what_a_message_says() throws Exception {
    List<Written> readings = new WrittenReadings(stage).all();

    assertThat(readings).hasSizeGreaterThan(Journey.all().size());
    assertThat(readings)
        .allSatisfy(
            written -> {
              assertThat(written.lines()).isNotEmpty();
              assertThat(written.values()).isNotEmpty();
            });
    assertThat(readings).filteredOn(Written::leaks).extracting(Written::decision).isEmpty();
  }

  @Order(4)
  @Test
  void each_value_of_a_case_is_found_when_a_reading_says_it() {
    for (Written written : new WrittenReadings(stage).all()) {
      assertThat(written.values())
          .filteredOn(value -> value.value().value().replaceAll("\\W", "").length() > 12)
          .filteredOn(value -> value.value().value().matches(".*\\d.*"))
          .allSatisfy(
              value ->
                  assertThat(
                          written.with("It went to " + value.value().value().toUpperCase()).leaks())
                      .as(value.kind().name())
                      .isTrue());
    }
  }

  private static void play(Journey journey) throws Exception {
    stage.clear();
    var steps = new Steps(stage, journey);
    steps.play();
    stage.awaitQuiet();
    keep(journey, "cgl");
    keep(journey, "childrens-services");
    assertSoftly(
        softly -> {
          sent(softly, journey, "cgl");
          sent(softly, journey, "childrens-services");
          JsonNode expected = journey.expected();
          expected.path("alike").forEach(agency -> alike(softly, agency.asText()));
          mails(softly, expected.path("mails"));
          softly.assertThat(held(journey)).as("held parts").isEqualTo(words(expected.path("held")));
          softly
              .assertThat(attention(journey))
              .as("before a person")
              .isEqualTo(words(expected.path("attention")));
          softly
              .assertThat(owed(journey))
              .as("what is owed, and how it ended")
              .containsAll(words(expected.path("owed")));
          expected
              .path("told")
              .properties()
              .forEach(
                  message ->
                      softly
                          .assertThat(told(steps.status(message.getKey())))
                          .as("what the sender of %s is told", message.getKey())
                          .isEqualTo(words(message.getValue())));
          neverSent(softly, expected.path("never"));
        });
  }

  /** How many came, or to whom, in order. */
  private static void mails(SoftAssertions softly, JsonNode expected) {
    List<DutyMailbox.Mail> mails = stage.gateway().mailbox().mails();
    if (expected.isArray()) {
      softly
          .assertThat(mails)
          .extracting(DutyMailbox.Mail::to)
          .as("who was told by e-mail")
          .isEqualTo(expected.valueStream().map(JsonNode::asText).toList());
    } else {
      softly.assertThat(mails).as("e-mails").hasSize(expected.asInt(0));
    }
  }

  /** For whoever reads why a journey ended otherwise. */
  private static void keep(Journey journey, String agency) throws IOException {
    List<String> received = received(agency);
    Path kept = Files.createDirectories(WHAT_CAME.resolve(journey.name()));
    for (int i = 0; i < received.size(); i++) {
      Files.writeString(kept.resolve(agency + "." + (i + 1)), received.get(i));
    }
  }

  private static List<String> received(String agency) {
    var earlier = new ArrayList<String>();
    var received = new ArrayList<String>();
    var refs = new NumberedRefs();
    for (ReceivedCall call : stage.agency(agency).received()) {
      received.add(Sent.received(refs.numbered(call.text()), call.messageId(), earlier));
      earlier.add(call.messageId());
    }
    return received;
  }

  private static void sent(SoftAssertions softly, Journey journey, String agency) {
    List<String> received = received(agency);
    List<String> expected = journey.sentTo(agency);
    for (int i = 0; i < Math.min(received.size(), expected.size()); i++) {
      softly
          .assertThat(received.get(i))
          .as("sent to %s, %s", agency, expected.get(i))
          .isEqualTo(Sent.laidOut(journey.document(expected.get(i))));
    }
    softly.assertThat(received).as("nothing else sent to %s", agency).hasSameSizeAs(expected);
    softly
        .assertThat(stage.agency(agency).calls())
        .as("each call to %s is an attempt that stands in the ledger", agency)
        .hasSizeLessThanOrEqualTo(attempts(journey, agency));
    for (Verdict verdict : List.of(Verdict.DUPLICATE, Verdict.REFUSED)) {
      JsonNode wanted =
          journey.expected().path("calls").path(agency).path(verdict.name().toLowerCase());
      long counted =
          stage.agency(agency).calls().stream().filter(call -> call.verdict() == verdict).count();
      var count = softly.assertThat(counted).as("%s at %s", verdict, agency);
      if (wanted.asText().equals("some")) {
        count.isPositive();
      } else {
        count.isEqualTo(wanted.asInt(0));
      }
    }
  }

  /** What an agency was sent differs, byte for byte, by ids and refs alone, and so in no length. */
  private static void alike(SoftAssertions softly, String agency) {
    List<ReceivedCall> calls = stage.agency(agency).received();
    softly.assertThat(calls).as("sent to %s", agency).hasSizeGreaterThan(1);
    softly
        .assertThat(calls)
        .extracting(call -> new NumberedRefs().numbered(call.text()).replace(call.messageId(), Sent.OUR_ID))
        .containsOnly(new NumberedRefs().numbered(calls.getFirst().text()).replace(calls.getFirst().messageId(), Sent.OUR_ID));
    softly.assertThat(calls).extracting(call -> call.body().length).containsOnly(calls.getFirst().body().length);
  }

  /**
   * No call to anybody, whatever became of it, and no e-mail has any of these, in whatever place.
   */
  private static void neverSent(SoftAssertions softly, JsonNode never) {
    for (JsonNode value : never) {
      for (String agency : List.of("cgl", "childrens-services")) {
        softly
            .assertThat(stage.agency(agency).calls())
            .as("%s to %s", value, agency)
            .noneMatch(
                call -> (call.path() + call.headers() + call.text()).contains(value.asText()));
      }
      softly
          .assertThat(stage.gateway().mailbox().mails())
          .noneMatch(mail -> mail.raw().contains(value.asText()));
    }
  }

  /** Those that found nobody listening apart. */
  private static int attempts(Journey journey, String agency) {
    return stage
        .database()
        .sql(
            "select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                + " join message m on m.id = d.message_id"
                + " where m.sender_message_id like ? and d.recipient_agency = ?"
                + " and a.code is distinct from 'NO_CONNECTION'")
        .params("%-" + journey.script().get("mark").asText() + "-%", agency)
        .query(Integer.class)
        .single();
  }

  private static TreeSet<String> held(Journey journey) {
    return ofJourney(
        journey,
        "select h.segment || ' ' || h.rule from held_part h join message m on m.id = h.message_id"
            + " where h.state = 'waiting' and m.sender_message_id like ?");
  }

  private static TreeSet<String> attention(Journey journey) {
    return ofJourney(
        journey,
        "select a.kind from attention a left join delivery d on d.id = a.delivery_id"
            + " join message m on m.id = coalesce(a.message_id, d.message_id)"
            + " where a.state = 'open' and m.sender_message_id like ?");
  }

  private static TreeSet<String> owed(Journey journey) {
    return ofJourney(
        journey,
        "select o.code || ' ' || o.state from obligation o join message m on m.id = o.message_id"
            + " where m.sender_message_id like ?");
  }

  /** A message's id begins with its journey's mark. */
  private static TreeSet<String> ofJourney(Journey journey, String query) {
    return new TreeSet<>(
        stage
            .database()
            .sql(query)
            .param("%-" + journey.script().get("mark").asText() + "-%")
            .query(String.class)
            .list());
  }

  /** Its states, and what did not go by which rule. */
  private static TreeSet<String> told(JsonNode status) {
    var told = new TreeSet<String>();
    for (JsonNode recipient : status.path("recipients")) {
      recipient.path("steps").forEach(step -> told.add(step.path("state").asText()));
      StreamSupport.stream(recipient.path("parts").spliterator(), false)
          .filter(part -> !part.path("where").asText().equals("goes"))
          .forEach(
              part ->
                  told.add(
                      part.path("category").asText()
                          + " "
                          + part.path("where").asText()
                          + " "
                          + part.path("rule").asText()));
    }
    return told;
  }

  private static TreeSet<String> words(JsonNode list) {
    var words = new TreeSet<String>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
