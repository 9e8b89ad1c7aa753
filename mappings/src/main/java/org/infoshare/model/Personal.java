package org.infoshare.model;

import java.util.Optional;

/**
 * A value that is about a person: a name, an address line, a telephone number, a narrative. It
 * cannot be logged by accident: {@link #toString} does not show it. Never blank.
 */
public record Personal(String value) {

  public Personal {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "a personal value is absent or says something; it is never blank");
    }
  }

  /** Present if {@code value} says something, else empty. */
  public static Optional<Personal> of(String value) {
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(new Personal(value.strip()));
  }

  @Override
  public String toString() {
    return "(personal)";
  }
}
