package org.infoshare.mapping;

/**
 * The sender broke its own format. The code is stable, for machines; the words say which part and
 * what to do, and are safe to send back and to log: they name fields of the contract, never a value
 * that was received.
 */
public final class MalformedMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The stable codes of refusals for form. */
  public enum Code {
    NOT_WELL_FORMED,
    NOT_VALID,
    UNKNOWN_CODE,
    NESTED_TOO_DEEP,
    DUPLICATE_KEY,
    ATTACHMENT_MISLABELLED,
    UNKNOWN_RECIPIENT,
    UNKNOWN_MESSAGE
  }

  private final Code code;
  private final String where;

  /**
   * @param where the field of the contract, for example {@code family/child[2]/planType}; empty for
   *     the whole message
   * @param whatToDo plain words, no received value in them
   */
  public MalformedMessage(Code code, String where, String whatToDo) {
    super(where.isEmpty() ? whatToDo : where + ": " + whatToDo);
    this.code = code;
    this.where = where;
  }

  public Code code() {
    return code;
  }

  public String where() {
    return where;
  }
}
