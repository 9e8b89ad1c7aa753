package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.routes.road.Invented.CHILD;
import static org.infoshare.routes.road.Invented.NOW;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.Content;
import org.infoshare.model.Handling;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that somebody told in one way is found when it is written in another, and so is each of several in one field. */
class TelephoneNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "07700 900123",
        "077 009 001 23",
        "(07700) 900-123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "+44 (0) 7700-900-123",
        "0044 (0)7700 900123",
        "0044 (0) 77 00 90 01 23",
        "00 44 7700 900123",
        "44 7700 900123",
        "7700 900123",
        "07700\u00a0900123",
        "07700\u2013900\u2013123",
        "\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13",
        "07700 900123 (after 6)",
        "flat 3: 07700 900123",
        "01632 960010/07700 900123",
        "0044 (0)1632 960010 / +44 (0)7700 900123",
        "01632960010 07700900123",
        "016977 2345/07700 900123",
        "07700 900123 or 01632 960010",
        "24/11/2026 07700 900123",
        "05 07700 900 123"
      })
  void is_found_however_it_was_told(String told) {
    for (Content content : List.of(field(told), Invented.history("Ring " + told).content())) {
      List<ProtectedValue> values = told(content);
      for (String written : List.of("07700 900123", "+44 7700 900 123", "0044(0)7700900123", "0770 0900 123")) {
        assertThat(found(written, values)).as("%s, told as %s in %s", written, told, content).isTrue();
      }
      assertThat(found("07700 900124 or 107700900123 or 077009001234", values)).as("near %s", told).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "01632 960010/07700 900123, 01632 960010",
    "07700900123 07700900456, 07700900456",
    "07700 900123 07700 900456 07700 900789, 07700 900789",
    "+44 (0)1632 960010 0044 (0)7700 900123, 01632 960010"
  })
  void so_is_the_other_one_in_the_same_field(String told, String other) {
    assertThat(found(other, told(field(told)))).isTrue();
    assertThat(found(other, told(Invented.history("Ring " + told).content()))).isTrue();
    // What was remembered before each number stood by itself is still found.
    var asOnce = List.of(new ProtectedValue(CHILD, Kind.TELEPHONE, new Personal(told)));
    assertThat(found(other, asOnce)).isTrue();
    assertThat(found("07700 900123", asOnce)).isTrue();
  }

  @Test
  void one_of_two_that_goes_does_not_open_the_other() {
    var both = Invented.segment("s1", CHILD, field("01632 960010/07700 900123"));
    var one = Invented.segment("s2", CHILD, field("+44 1632 960010"));
    assertThat(TelephoneNumbers.in("01632 960010/07700 900123")).containsExactly("01632 960010", "07700 900123");
    assertThat(
            ProtectedValues.in(both).stream()
                .map(Normalised::value)
                .filter(form -> ProtectedValues.in(one).stream().map(Normalised::value).noneMatch(form::equals)))
        .hasSize(1);
  }

  @Test
  void a_day_and_an_hour_are_no_number() {
    for (String text : List.of("Seen on 01/11/2026 09:00", "Seen 01.11.2026 10 minutes", "Seen on 2026-11-01 09:00", "Seen 01-11-2026 - 09")) {
      assertThat(told(Invented.history(text).content())).as(text).isEmpty();
    }
  }

  @Test
  void a_number_of_another_country_is_found_with_either_beginning() {
    var values = told(field("+353 20 910 0123"));
    assertThat(found("ring 00353209100123", values)).isTrue();
    assertThat(found("ring +353 (20) 9100123", values)).isTrue();
    assertThat(found("ring +353 20 910 0124", values)).isFalse();
  }

  private static Content field(String told) {
    return new Content.Whereabouts(
        List.of(), Optional.empty(), List.of(new Personal(told)), List.of(), Optional.empty());
  }

  private static List<ProtectedValue> told(Content content) {
    Segment plain = Invented.segment("s1", CHILD, content);
    var segment =
        new Segment(plain.id(), plain.about(), plain.standing(), plain.asOf(), Handling.NAMES_A_PLACE, plain.content());
    return ProtectedValues.of(segment, NOW);
  }

  private static boolean found(String written, List<ProtectedValue> values) {
    byte[] document = ("{\"note\":\"ring " + written + " now\"}").getBytes(StandardCharsets.UTF_8);
    return new LeakGuard().find("application/json", document, values).isPresent();
  }
}
