package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What a team at an agency does; the tables say what each function may need. */
public record FunctionName(@JsonValue String value) implements Comparable<FunctionName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*");

  @JsonCreator
  public FunctionName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not the name of a function, which is written in snake_case");
    }
  }

  @Override
  public int compareTo(FunctionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
