package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundleTokenTest {

  @Test
  void a_token_is_known_by_its_value_and_never_shown() {
    BundleToken token = BundleToken.generated();

    assertThat(token.matches(token.value())).isTrue();
    assertThat(token.matches(token.value() + "x")).isFalse();
    assertThat(token.matches("")).isFalse();
    assertThat(token).asString().doesNotContain(token.value());
    assertThat(BundleToken.generated()).isNotEqualTo(token);
  }
}
