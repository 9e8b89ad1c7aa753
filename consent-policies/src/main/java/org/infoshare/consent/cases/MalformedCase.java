package org.infoshare.consent.cases;

/** A case that cannot be run as it is written: an unknown field, rule or word. */
final class MalformedCase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedCase(String why) {
    super(why);
  }
}
