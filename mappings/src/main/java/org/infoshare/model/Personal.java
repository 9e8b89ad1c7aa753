package org.infoshare.model;

import java.util.Optional;

/**
 * A value that is about a person: a name, an address line, a telephone number, a narrative. It
 * cannot be logged by accident: {@link #toString} does not show it. Never blank.
 */
public record Personal(String value) {

  public Personal {
    if (value.isBlank()) {
      throw new NotAValue(
          "a name, an address line, a number or a narrative is blank: leave it out");
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
