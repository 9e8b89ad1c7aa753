package org.infoshare.routes.road;

import org.infoshare.consent.words.Word;

/** One word for one idea: finds the policy's word for the model's. That the vocabularies agree is a test. */
final class PolicyWords {

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
