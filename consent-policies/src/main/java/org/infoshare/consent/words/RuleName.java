package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The row of the policy that decided, such as N1 or override:X2+S4. */
public record RuleName(@JsonValue String value) implements Comparable<RuleName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:+]*");

  @JsonCreator
  public RuleName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a rule of the policy");
    }
  }

  @Override
  public int compareTo(RuleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
