package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.infoshare.consent.PolicyFiles;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

  private final RuleWords words = new RuleWords(PolicyFiles.packaged());

  @Test
  void a_code_is_said_in_the_words_of_its_rule() {
    assertThat(words.of("B.location")).isEqualTo("A place that this recipient must not learn");
    assertThat(words.of("U1")).isEqualTo("Nobody has said what is in this part");
  }

  @Test
  void a_code_of_a_family_is_said_in_the_familys_words() {
    assertThat(words.of("B.court_order")).isEqualTo("What no claim of a sender lifts");
    assertThat(words.of("C:refused")).startsWith("What the person agreed to, or refused");
  }

  @Test
  void the_leak_guard_has_words_of_its_own() {
    assertThat(words.of("GUARD"))
        .isEqualTo("The leak guard found something in it that must not leave");
  }

  @Test
  void the_other_controls_are_said_in_words_that_tell_nothing_of_another_agency() {
    assertThat(words.of("ADDRESS_AGE"))
        .isEqualTo("A person looks whether an address is still the right one");
    assertThat(words.of("CONTACT_SAFETY"))
        .isEqualTo("A person looks whether a way of contact is safe");
  }
}
