package org.infoshare.model;

import java.util.regex.Pattern;

/**
 * What one sender calls one family's case. Means something only beside the sender's {@link
 * AgencyId}.
 */
public record CaseReference(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");

  public CaseReference {
    if (!FORM.matcher(value).matches()) {
      throw new NotAValue(
          "not a case reference: 1 to 100 letters, digits, and . _ : / -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
