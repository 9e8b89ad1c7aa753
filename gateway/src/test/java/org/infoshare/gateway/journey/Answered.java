package org.infoshare.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.infoshare.fixtures.agencies.ReceivedCall;
import org.infoshare.gateway.policy.RuleWords;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.routes.road.LeakGuard;
import org.infoshare.routes.road.ProtectedValue;
import org.infoshare.routes.road.ProtectedValue.Kind;

/**
 * After a reprimand's journey: nothing withheld has reached an agency, in whatever form; the control
 * that its folder names holds the part, with a clock; and a person sees why, and not the value.
 */
final class Answered {

  private final Stage stage;
  private final Reprimand reprimand;

  Answered(Stage stage, Reprimand reprimand) {
    this.stage = stage;
    this.reprimand = reprimand;
  }

  void isAnswered() {
    nothingWithheldHasLeft();
    reprimand.part().ifPresent(this::waitsForAPerson);
  }

  private void nothingWithheldHasLeft() {
    reprimand
        .from()
        .map(Stream::of)
        .orElseGet(() -> Stream.of("cgl", "childrens-services"))
        .flatMap(agency -> stage.agency(agency).calls().stream())
        .forEach(call -> assertThat(says(call)).as(call.path()).isFalse());
    assertThat(stage.gateway().mailbox().mails())
        .noneMatch(mail -> reprimand.withheld().stream().anyMatch(mail.raw()::contains));
  }

  private boolean says(ReceivedCall call) {
    String whole = call.path() + call.headers() + call.text();
    String mediaType = call.text().stripLeading().startsWith("<") ? "text/xml" : "application/json";
    var guard = new LeakGuard();
    return reprimand.withheld().stream().anyMatch(whole::contains)
        || guard.find(mediaType, call.text().getBytes(StandardCharsets.UTF_8), values()).isPresent();
  }

  private List<ProtectedValue> values() {
    return reprimand.withheld().stream()
        .map(value -> new ProtectedValue(new PersonId("p0"), Kind.PLACE, new Personal(value)))
        .toList();
  }

  private void waitsForAPerson(String part) {
    JsonNode overview = stage.duty().get("/operations.json").json();
    String mark = "-" + reprimand.stopped().mark() + "-";
    List<JsonNode> waiting =
        overview
            .get("held")
            .valueStream()
            .filter(one -> one.get("reference").asText().contains(mark))
            .filter(one -> one.get("segment").asText().equals(part))
            .toList();
    assertThat(waiting)
        .as("%s waits for a person", part)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("rule").asText()).isEqualTo(reprimand.control());
              assertThat(one.get("due").asText()).as("a clock").isNotBlank();
            });
    String page =
        stage.duty().get("/operations/held/" + waiting.getFirst().get("id").asText()).body();
    assertThat(page).contains(escaped(stage.gateway().part(RuleWords.class).of(reprimand.control())));
    if (reprimand.told().has("sees")) {
      assertThat(page).contains(reprimand.told().get("sees").asText());
    }
    assertThat(reprimand.withheld()).noneMatch(page::contains);
  }

  private static String escaped(String words) {
    return words.replace("'", "&#39;");
  }
}
