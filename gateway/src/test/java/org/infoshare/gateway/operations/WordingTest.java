package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.Owner;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.Word;
import org.infoshare.gateway.policy.RuleWords;
import org.infoshare.gateway.security.Refusal;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.AgencyProfile;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTest {

  private final Wording words = new Wording(messages(), WordingTest::known, rules(), WordingTest::category);

  @Test
  void every_word_of_the_policy_that_a_page_shows_is_said_in_plain_english() {
    for (Outcome outcome : Outcome.values()) {
      assertPlain(words.outcome(outcome.word()), outcome.word());
    }
    for (Phase phase : Phase.values()) {
      assertPlain(words.phase(phase.word()), phase.word());
    }
    for (Owner owner : Owner.values()) {
      assertPlain(words.owner(owner.word()), owner.word());
    }
    for (Category category : Category.values()) {
      assertThat(words.category(category.word()))
          .isEqualToIgnoringCase(category(category.word()).orElseThrow());
    }
    for (ObligationCode code : ObligationCode.values()) {
      if (!code.word().startsWith("H")) {
        assertPlain(words.obligation(code.word()), code.word());
      }
    }
    assertThat(Arrays.stream(PersonType.values()).map(Word::word).map(words::person))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.contains("_"));
  }

  @Test
  void every_code_of_a_refusal_is_said_in_plain_english() {
    Stream.concat(
            Arrays.stream(MalformedMessage.Code.values()), Arrays.stream(Refusal.values()))
        .map(Enum::name)
        .forEach(code -> assertThat(words.code(code)).isNotEqualTo(readOff(code)));
  }

  @Test
  void the_status_of_a_recipients_system_is_said_with_its_number() {
    assertThat(words.code("HTTP_503")).isEqualTo("its system answered with an error, 503");
  }

  @Test
  void an_agency_is_called_as_its_agreement_calls_it_and_an_unknown_one_by_its_id() {
    assertThat(words.recipient("cgl/drug_treatment"))
        .isEqualTo("CGL drug and alcohol service (drug treatment)");
    assertThat(words.agency("nobody")).isEqualTo("nobody");
  }

  @Test
  void the_pages_have_no_words_of_their_own_for_what_the_tables_name() {
    assertThat(ResourceBundle.getBundle("messages").keySet())
        .noneMatch(key -> key.startsWith("category."));
  }

  @Test
  void a_person_is_called_by_the_part_in_the_case_and_counted_only_where_there_are_several() {
    var types = new LinkedHashMap<String, String>();
    types.put("p9", "parent");
    types.put("p1", "index_child");
    types.put("p2", "parent");
    var persons = new CasePersons(types, words);

    assertThat(persons.part("p9")).isEqualTo("parent 1");
    assertThat(persons.part("p2")).isEqualTo("parent 2");
    assertThat(persons.part("p1")).isEqualTo("child whom it is about");
    assertThat(persons.part("p7")).isEqualTo("somebody who is not a person of this case");
  }

  @Test
  void a_code_without_words_is_read_off() {
    assertThat(words.code("NOT_YET_NAMED")).isEqualTo("not yet named");
  }

  private static void assertPlain(String said, String code) {
    assertThat(said).as(code).isNotEqualTo(readOff(code)).doesNotContain("_");
  }

  private static String readOff(String code) {
    return code.replace('_', ' ').toLowerCase(Locale.UK);
  }

  private static Optional<AgencyProfile> known(AgencyId id) {
    return Optional.of(id)
        .filter(agency -> agency.value().equals("cgl"))
        .map(
            agency ->
                new AgencyProfile(
                    agency,
                    "CGL drug and alcohol service",
                    AgencyKind.SUBSTANCE_SERVICE,
                    true,
                    false,
                    true,
                    Set.of(),
                    OverrideState.NORMAL));
  }

  private static ResourceBundleMessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    return messages;
  }

  private static Optional<String> category(String word) {
    return Optional.ofNullable(
        PolicyFiles.packaged()
            .tables()
            .get("texts")
            .at("/texts/categories")
            .path(word)
            .textValue());
  }

  private static RuleWords rules() {
    return new RuleWords(PolicyFiles.packaged());
  }
}
