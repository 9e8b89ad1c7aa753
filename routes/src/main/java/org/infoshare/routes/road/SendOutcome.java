package org.infoshare.routes.road;

/** What became of one attempt. */
public sealed interface SendOutcome {

  /** The partner has it. {@code duplicate}: it had it already, from an attempt whose outcome was unknown. */
  record Delivered(boolean duplicate) implements SendOutcome {}

  /** The partner refused it by its own rules. Not tried again; sender and a person are told. */
  record Refused(String code) implements SendOutcome {}

  /** It was surely not taken: no connection, or 503 or 429, which say so by the contracts. Tried again. */
  record Failed(String code) implements SendOutcome {}

  /**
   * It may have arrived: a time-out after sending, any other 5xx, a fault of the receiver's, an answer that is none of the
   * contract's. Tried again under the same id; "duplicate" is success, and so is an answer to it.
   */
  record Unknown(String code) implements SendOutcome {}
}
