package org.infoshare.gateway.ledger;

import java.util.function.Function;
import java.util.stream.Stream;

/** Words that the ledger wrote, back as what they stand for. */
final class Words {

  private Words() {}

  static <E> E find(E[] values, Function<E, String> words, String word) {
    return Stream.of(values)
        .filter(value -> words.apply(value).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the ledger has a word that nobody knows: " + word));
  }
}
