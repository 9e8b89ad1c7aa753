package org.infoshare.gateway.again;

/** It cannot be said what was asked of a ledger; the message says why, and what to do. */
final class CannotSay extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exit code of a command that cannot say. */
  static final int EXIT = 2;

  CannotSay(String why) {
    super(why);
  }

  CannotSay(String why, Throwable cause) {
    super(why, cause);
  }
}
