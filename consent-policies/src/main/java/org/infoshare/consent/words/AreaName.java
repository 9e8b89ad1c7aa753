package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An area that a team covers, or in which a child lives. */
public record AreaName(@JsonValue String value) implements Comparable<AreaName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]*");

  @JsonCreator
  public AreaName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the name of an area, which is written in small letters");
    }
  }

  @Override
  public int compareTo(AreaName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
