package org.infoshare.consent.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One segment of the message that asks to be shared. */
public record SegmentRef(@JsonValue String value) implements Comparable<SegmentRef> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  @JsonCreator
  public SegmentRef {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a segment's reference has letters, digits and . _ : - only");
    }
  }

  @Override
  public int compareTo(SegmentRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
