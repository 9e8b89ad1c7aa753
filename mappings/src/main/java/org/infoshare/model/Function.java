package org.infoshare.model;

import java.util.regex.Pattern;

/**
 * The function in which an agency receives, for example {@code csc_social_work}; the policy's table
 * {@code functions} lists them.
 */
public record Function(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  public Function {
    if (!FORM.matcher(value).matches()) {
      throw new NotAValue("not a function, which is written in snake_case");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
