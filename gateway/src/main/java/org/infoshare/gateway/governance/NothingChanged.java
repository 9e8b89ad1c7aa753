package org.infoshare.gateway.governance;

/** What was sent says the same as what is in force: there is nothing to give a reason for. */
final class NothingChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
