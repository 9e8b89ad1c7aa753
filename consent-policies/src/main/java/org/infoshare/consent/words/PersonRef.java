package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A person of the case, by the name that the ledger gave; never the person's own name. */
public record PersonRef(@JsonValue String value) implements Comparable<PersonRef> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  @JsonCreator
  public PersonRef {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a person's reference has letters, digits and . _ : - only");
    }
  }

  @Override
  public int compareTo(PersonRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
