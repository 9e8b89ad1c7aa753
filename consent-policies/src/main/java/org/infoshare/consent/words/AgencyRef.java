package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The short name of an agency, in kebab-case, as in the agreements. */
public record AgencyRef(@JsonValue String value) implements Comparable<AgencyRef> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  @JsonCreator
  public AgencyRef {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the short name of an agency, which is written in kebab-case");
    }
  }

  @Override
  public int compareTo(AgencyRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
