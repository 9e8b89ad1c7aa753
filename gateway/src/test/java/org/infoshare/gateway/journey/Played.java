package org.infoshare.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.infoshare.fixtures.agencies.ReceivedCall;
import org.infoshare.fixtures.agencies.Verdict;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.gateway.readings.Readings;
import org.infoshare.routes.road.Control;

/** One folder, played through the whole application, and how it ended beside what the folder says. */
final class Played {

  private static final Path WHAT_CAME = Path.of("target", "journeys");

  private final Stage stage;
  private final Journey journey;

  Played(Stage stage, Journey journey) {
    this.stage = stage;
    this.journey = journey;
  }

  void endsAsItsFolderSays() throws Exception {
    stage.clear();
    Instant begun = stage.now();
    var steps = new Steps(stage, journey);
    steps.play();
    stage.awaitQuiet();
    keep("cgl");
    keep("childrens-services");
    assertSoftly(
        softly -> {
          sent(softly, "cgl");
          sent(softly, "childrens-services");
          JsonNode expected = journey.expected();
          expected.path("alike").forEach(agency -> alike(softly, agency.asText()));
          mails(softly, expected.path("mails"));
          softly.assertThat(held()).as("held parts").isEqualTo(words(expected.path("held")));
          softly
              .assertThat(attention())
              .as("before a person")
              .isEqualTo(words(expected.path("attention")));
          softly
              .assertThat(owed())
              .as("what is owed, and how it ended")
              .containsAll(words(expected.path("owed")));
          softly
              .assertThat(owed())
              .as("what is not owed")
              .noneMatch(owed -> words(expected.path("notOwed")).contains(owed.split(" ")[0]));
          expected
              .path("reads")
              .properties()
              .forEach(
                  message ->
                      softly
                          .assertThat(
                              String.join("\n", words(steps.status(message.getKey()).findPath("reading"))))
                          .as("what the sender of %s reads", message.getKey())
                          .contains(words(message.getValue())));
          if (expected.path("personsRead").asText().equals("nothing")) {
            softly.assertThat(personsRead()).as("what persons of the case read").isEmpty();
          }
          expected
              .path("told")
              .properties()
              .forEach(
                  message -> {
                    JsonNode status = steps.status(message.getKey());
                    softly
                        .assertThat(told(status))
                        .as("what the sender of %s is told", message.getKey())
                        .isEqualTo(words(message.getValue()));
                    times(softly, message.getKey(), status, begun);
                  });
          neverSent(softly, expected.path("never"));
        });
  }

  /** Each step has a time of this journey, and none is earlier than the one before it. */
  private void times(SoftAssertions softly, String message, JsonNode status, Instant begun) {
    for (JsonNode recipient : status.path("recipients")) {
      softly
          .assertThat(
              recipient
                  .path("steps")
                  .valueStream()
                  .map(step -> Instant.parse(step.path("at").asText())))
          .as("when what happened to %s: %s", message, recipient.path("steps"))
          .isNotEmpty()
          .isSorted()
          .allSatisfy(at -> assertThat(at).isBetween(begun, stage.now().plusMillis(1)));
    }
  }

  /** How many came, or to whom, in order. */
  private void mails(SoftAssertions softly, JsonNode expected) {
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
  private void keep(String agency) throws IOException {
    List<String> received = received(agency);
    Path kept = Files.createDirectories(WHAT_CAME.resolve(journey.mark()));
    for (int i = 0; i < received.size(); i++) {
      Files.writeString(kept.resolve(agency + "." + (i + 1)), received.get(i));
    }
  }

  private List<String> received(String agency) {
    var earlier = new ArrayList<String>();
    var received = new ArrayList<String>();
    var refs = new NumberedRefs();
    for (ReceivedCall call : stage.agency(agency).received()) {
      received.add(Sent.received(refs.numbered(call.text()), call.messageId(), earlier));
      earlier.add(call.messageId());
    }
    return received;
  }

  private void sent(SoftAssertions softly, String agency) {
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
        .hasSizeLessThanOrEqualTo(attempts(agency));
    for (Verdict verdict : List.of(Verdict.DUPLICATE, Verdict.REFUSED)) {
      JsonNode wanted =
          journey.expected().path("calls").path(agency).path(verdict.name().toLowerCase());
      long counted =
          stage.agency(agency).calls().stream().filter(call -> call.verdict() == verdict).count();
      var count = softly.assertThat(counted).as("%s at %s", verdict, agency);
      if (wanted.asText().equals("some")) {
        count.isPositive();
      } else if (!wanted.asText().equals("any")) {
        count.isEqualTo(wanted.asInt(0));
      }
    }
  }

  /** What an agency was sent differs, byte for byte, by ids and refs alone, and so in no length. */
  private void alike(SoftAssertions softly, String agency) {
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
  private void neverSent(SoftAssertions softly, JsonNode never) {
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
  private int attempts(String agency) {
    return stage
        .database()
        .sql(
            "select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                + " join message m on m.id = d.message_id"
                + " where m.sender_message_id like ? and d.recipient_agency = ?"
                + " and a.code is distinct from 'NO_CONNECTION'")
        .params("%-" + journey.mark() + "-%", agency)
        .query(Integer.class)
        .single();
  }

  private TreeSet<String> held() {
    return ofJourney(
        "select h.segment || ' ' || h.rule from held_part h join message m on m.id = h.message_id"
            + " where h.state = 'waiting' and m.sender_message_id like ?");
  }

  private TreeSet<String> attention() {
    return ofJourney(
        "select a.kind from attention a left join delivery d on d.id = a.delivery_id"
            + " join message m on m.id = coalesce(a.message_id, d.message_id)"
            + " where a.state = 'open' and m.sender_message_id like ?");
  }

  private TreeSet<String> owed() {
    return ofJourney(
        "select o.code || ' ' || o.state from obligation o join message m on m.id = o.message_id"
            + " where m.sender_message_id like ?");
  }

  /** What the persons of the case may be told in writing of all that was decided. */
  private List<String> personsRead() {
    Readings readings = stage.gateway().part(Readings.class);
    return stage
        .database()
        .sql(
            "select d.id from decision d join message m on m.id = d.message_id where"
                + " m.sender_message_id like ?")
        .param("%-" + journey.mark() + "-%")
        .query(UUID.class)
        .list()
        .stream()
        .flatMap(decision -> readings.of(decision).orElseThrow().forPersons().stream())
        .flatMap(person -> person.lines().stream())
        .toList();
  }

  /** A message's id begins with its journey's mark. */
  private TreeSet<String> ofJourney(String query) {
    return new TreeSet<>(
        stage
            .database()
            .sql(query)
            .param("%-" + journey.mark() + "-%")
            .query(String.class)
            .list());
  }

  /** Its states, and what did not go by which rule. */
  private TreeSet<String> told(JsonNode status) {
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

  private TreeSet<String> words(JsonNode list) {
    var words = new TreeSet<String>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** What a control holds, and no row of the policy. */
  TreeSet<String> heldByControls() {
    var held = held();
    held.removeIf(part -> Control.of(part.substring(part.indexOf(' ') + 1)).isEmpty());
    return held;
  }
}
