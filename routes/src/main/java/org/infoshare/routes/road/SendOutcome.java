package org.infoshare.routes.road;

/** What became of one attempt. */
public sealed interface SendOutcome {

  /** The partner has it. {@code duplicate}: it had it already, from an attempt whose outcome was unknown. */
  record Delivered(boolean duplicate) implements SendOutcome {}

  /** The partner refused it by its own rules. Not tried again; sender and a person are told. */
  record Refused(String code) implements SendOutcome {}

  /** It never arrived: no connection, 5xx, 429. Tried again. */
  record Failed(String code) implements SendOutcome {}

  /** It may have arrived: a time-out after sending. Tried again under the same id; "duplicate" is success. */
  record Unknown(String code) implements SendOutcome {}
}
