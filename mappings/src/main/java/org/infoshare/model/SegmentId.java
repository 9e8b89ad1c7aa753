package org.infoshare.model;

import java.util.regex.Pattern;

/** A segment within one message, for example {@code s4}. Unique in its message. */
public record SegmentId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

  public SegmentId {
    if (!FORM.matcher(value).matches()) {
      throw new NotAValue(
          "not a segment id: a letter, then up to 63 letters, digits, . _ or -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
