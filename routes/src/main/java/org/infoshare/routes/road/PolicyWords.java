package org.infoshare.routes.road;

import java.time.ZoneId;
import org.infoshare.consent.words.Word;

/** One word for one idea: finds the policy's word for the model's. That the vocabularies agree is a test. */
final class PolicyWords {

  /** Days are days there: somebody is sixteen from midnight in England. */
  static final ZoneId ENGLAND = ZoneId.of("Europe/London");

  private PolicyWords() {}

  static <W extends Word> W in(W[] vocabulary, String word) {
    for (W candidate : vocabulary) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("the policy has no word " + word);
  }
}
