package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The account of a named person who took a decision. */
public record AccountRef(@JsonValue String value) implements Comparable<AccountRef> {

  private static final Pattern FORM = Pattern.compile("\\S{1,200}");

  @JsonCreator
  public AccountRef {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an account's name has no spaces");
    }
  }

  @Override
  public int compareTo(AccountRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
