package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A word of the policy's closed vocabulary, as it is written to the policy and read from it. */
public interface Word {

  String name();

  /** The word on the wire: the name in small letters, unless the vocabulary writes it otherwise. */
  @JsonValue
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
