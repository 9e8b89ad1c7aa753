package org.infoshare.model;

import java.util.regex.Pattern;

/**
 * A message's id as its sender gave it, or as the gateway gave it where the gateway is the sender:
 * at most 100 visible characters.
 */
public record MessageId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

  public MessageId {
    if (!FORM.matcher(value).matches()) {
      throw new NotAValue(
          "not a message id: 1 to 100 letters, digits, and . _ : / -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
