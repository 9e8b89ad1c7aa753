package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The role in which somebody acts. */
public record RoleName(@JsonValue String value) implements Comparable<RoleName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*");

  @JsonCreator
  public RoleName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a role, which is written in snake_case");
    }
  }

  @Override
  public int compareTo(RoleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
