package org.infoshare.routes.road;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** To the second. The policy knows no moment before 1970: what a sender dates earlier is as old as that. */
  static Instant moment(Instant at) {
    return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.truncatedTo(ChronoUnit.SECONDS);
  }
}
