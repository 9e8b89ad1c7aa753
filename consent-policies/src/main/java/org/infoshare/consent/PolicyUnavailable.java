package org.infoshare.consent;

/** Nobody answered, or what was answered is no decision. Nothing may be released because of it. */
public final class PolicyUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PolicyUnavailable(String why) {
    super(why);
  }

  public PolicyUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
