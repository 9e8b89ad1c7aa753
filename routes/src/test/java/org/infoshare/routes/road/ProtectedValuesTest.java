package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.infoshare.routes.road.Invented.CHILD;
import static org.infoshare.routes.road.Invented.NOW;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.Content;
import org.infoshare.model.Handling;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.junit.jupiter.api.Test;

class ProtectedValuesTest {

  private static final String MOVED =
      "She has moved to a refuge in ZZ99 7QF; ring 07700 900654 or write to refuge@help.example.";

  @Test
  void what_stands_in_a_narrative_that_names_a_place_is_protected_as_in_a_field() {
    assertThat(in(Invented.history(MOVED), Handling.NAMES_A_PLACE))
        .extracting(ProtectedValue::about, ProtectedValue::kind, value -> value.value().value())
        .containsExactlyInAnyOrder(
            tuple(CHILD, Kind.POSTCODE, "ZZ99 7QF"),
            tuple(CHILD, Kind.TELEPHONE, "07700 900654"),
            tuple(CHILD, Kind.EMAIL, "refuge@help.example"));
  }

  @Test
  void the_name_of_a_place_is_too() {
    assertThat(in(Invented.history("She has moved to Rose Refuge, away from the school."), Handling.NAMES_A_PLACE))
        .extracting(ProtectedValue::kind, value -> value.value().value())
        .containsExactly(tuple(Kind.PLACE, "Rose Refuge"));
  }

  @Test
  void so_is_the_place_of_a_worker_whom_somebody_goes_to_see() {
    var worker =
        new Content.OtherWorker(
            Content.OtherWorker.Service.DOMESTIC_ABUSE_VICTIM,
            new Personal("Worka Sample"),
            Personal.of("Rose Refuge, 01632 960123"));
    assertThat(in(Invented.segment("s1", CHILD, worker), Handling.PLAIN))
        .extracting(ProtectedValue::kind, value -> value.value().value())
        .containsExactly(tuple(Kind.PLACE, "Rose Refuge"));
  }

  @Test
  void every_kind_of_narrative_is_looked_through() {
    var text = new Personal(MOVED);
    for (Content content :
        List.of(
            new Content.Prescribing(text),
            new Content.TreatmentContent(text),
            new Content.PlanDetail(Optional.empty(), Optional.empty(), Optional.of(text)))) {
      assertThat(in(Invented.segment("s1", CHILD, content), Handling.NAMES_A_PLACE))
          .as(content.category().word())
          .hasSize(3);
    }
  }

  @Test
  void a_way_to_make_contact_in_a_narrative_is_no_address_that_gets_old() {
    assertThat(in(Invented.history(MOVED), Handling.NAMES_A_PLACE))
        .allSatisfy(value -> assertThat(value.told()).isEmpty());
  }

  @Test
  void a_long_word_takes_no_longer_than_a_long_text() {
    for (String part : List.of("a", "a.", "a@", "1", "0 ", "7", "A1 ")) {
      var text = Invented.history(part.repeat(100_000));
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> in(text, Handling.NAMES_A_PLACE), part);
    }
  }

  @Test
  void a_narrative_that_names_no_place_protects_nothing() {
    assertThat(in(Invented.history(MOVED), Handling.PLAIN)).isEmpty();
  }

  private static List<ProtectedValue> in(Segment one, Handling handling) {
    var segment =
        new Segment(
            one.id(), one.about(), one.standing(), one.asOf(), handling, one.content());
    return ProtectedValues.of(
        Invented.referral(Invented.risk(false), segment), NOW);
  }
}
