package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.AgencyRef;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.Circumstances;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.CourtOrder;
import org.infoshare.consent.words.HarmType;
import org.infoshare.consent.words.LegalRequest;
import org.infoshare.consent.words.LinkKind;
import org.infoshare.consent.words.Match;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.PdsFlag;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.Plan;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.RelationKind;
import org.infoshare.consent.words.Restriction;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.consent.words.Standing;
import org.infoshare.consent.words.Word;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Map<String, Word[]> CLOSED =
      Map.ofEntries(
          Map.entry("/properties/phase", Phase.values()),
          Map.entry("/properties/message/properties/kind", MessageKind.values()),
          Map.entry("/properties/message/properties/purpose", Purpose.values()),
          Map.entry("/properties/message/properties/requested_under", LegalRequest.values()),
          Map.entry("/properties/sender/properties/kind", AgencyKind.values()),
          Map.entry("/properties/sender/properties/override_state", OverrideState.values()),
          Map.entry("/properties/recipient/properties/kind", AgencyKind.values()),
          Map.entry(
              "/properties/recipient/properties/links/items/properties/link", LinkKind.values()),
          Map.entry(person("type"), PersonType.values()),
          Map.entry(person("plan"), Plan.values()),
          Map.entry(person("match"), Match.values()),
          Map.entry(person("pds"), PdsFlag.values()),
          Map.entry("/properties/relations/items/properties/rel", RelationKind.values()),
          Map.entry(consent("kind"), ConsentKind.values()),
          Map.entry(consent("state"), ConsentState.values()),
          Map.entry(consent("authority"), Authority.values()),
          Map.entry(consent("circumstances"), Circumstances.values()),
          Map.entry(consent("coercion"), Coercion.values()),
          Map.entry("/properties/risk/properties/rag", Rag.values()),
          Map.entry("/properties/risk/properties/harm/items", HarmType.values()),
          Map.entry(segment("category"), Category.values()),
          Map.entry(segment("standing"), Standing.values()),
          Map.entry(segment("restrictions") + "/items", Restriction.values()),
          Map.entry(segment("order"), CourtOrder.values()),
          Map.entry("/properties/set_by_person/items", SetByPerson.values()));

  @Test
  void java_and_the_schema_of_a_request_have_the_same_words() throws IOException {
    JsonNode schema =
        PolicyJson.mapper()
            .readTree(WordsTest.class.getResourceAsStream("schema/disclosure-request.json"));
    CLOSED.forEach(
        (place, words) -> {
          var written = new TreeSet<String>();
          schema.at(place + "/enum").forEach(word -> written.add(word.textValue()));
          assertThat(Stream.of(words).map(Word::word))
              .as(place)
              .containsExactlyInAnyOrderElementsOf(written);
        });
  }

  @Test
  void every_word_is_read_back_as_what_it_was() throws IOException {
    for (Word[] words : CLOSED.values()) {
      for (Word word : words) {
        String json = PolicyJson.mapper().writeValueAsString(word);
        assertThat(json).isEqualTo("\"" + word.word() + "\"");
        assertThat(PolicyJson.mapper().readValue(json, word.getClass())).isEqualTo(word);
      }
    }
  }

  @Test
  void a_name_that_is_none_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> new AgencyRef("Not An Agency"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Not An Agency");
    assertThatThrownBy(() -> new PersonRef("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RuleName("no rule")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_time_by_which_something_is_owed_is_a_length_working_days_or_an_event() {
    assertThat(new Due("60s").duration()).contains(Duration.ofMinutes(1));
    assertThat(new Due("15m").duration()).contains(Duration.ofMinutes(15));
    assertThat(new Due("4h").duration()).contains(Duration.ofHours(4));
    assertThat(new Due("14d").duration()).contains(Duration.ofDays(14));
    assertThat(new Due("at_once").duration()).contains(Duration.ZERO);
    assertThat(new Due("5wd").duration()).isEmpty();
    assertThat(new Due("5wd").workingDays()).contains(5);
    assertThat(new Due("4h").workingDays()).isEmpty();
    assertThat(new Due("birth").duration()).isEmpty();
    assertThat(new Due("1wd").inWords()).isEqualTo("1 working day");
    assertThat(new Due("5wd").inWords()).isEqualTo("5 working days");
    assertThat(new Due("15m").inWords()).isEqualTo("15 minutes");
    assertThat(new Due("1h").inWords()).isEqualTo("1 hour");
    assertThat(new Due("before_sending").inWords()).isEqualTo("before sending");
    assertThatThrownBy(() -> new Due("soon")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String person(String field) {
    return "/properties/persons/additionalProperties/properties/" + field;
  }

  private static String consent(String field) {
    return "/properties/consents/items/properties/" + field;
  }

  private static String segment(String field) {
    return "/properties/segments/items/properties/" + field;
  }
}
