package org.infoshare.gateway.again;

/** The decision cannot be made again; the message says why, and what to do. */
final class CannotSay extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotSay(String why) {
    super(why);
  }

  CannotSay(String why, Throwable cause) {
    super(why, cause);
  }
}
