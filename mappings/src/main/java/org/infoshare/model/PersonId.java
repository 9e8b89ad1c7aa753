package org.infoshare.model;

import java.util.regex.Pattern;

/**
 * A person within one case message, for example {@code p1}. Says nothing about who that is, and
 * means nothing outside the message.
 */
public record PersonId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  public PersonId {
    if (!FORM.matcher(value).matches()) {
      throw new NotAValue(
          "not a person id: a letter, then up to 31 letters, digits, _ or -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
