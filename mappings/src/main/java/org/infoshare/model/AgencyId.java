package org.infoshare.model;

import java.util.regex.Pattern;

/**
 * The short name an agency is known by everywhere: route id, transport file, agreement, fixture
 * folder.
 */
public record AgencyId(String value) {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public AgencyId {
    if (!KEBAB.matcher(value).matches()) {
      throw new NotAValue("not an agency id, which is written in kebab-case");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
