package org.infoshare.mapping;

import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.Identifier;
import org.infoshare.model.Personal;

/** An NHS number as contracts carry it: ten digits, the last of them a check digit (modulus 11). */
public final class NhsNumber {

  /** Its system in the canonical model. */
  public static final String SYSTEM = "nhs-number";

  private NhsNumber() {}

  /**
   * @param digits ten of them
   * @throws MalformedMessage if the check digit is wrong: a mistyped number would join two people's
   *     records
   */
  public static Identifier read(String where, String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    if ((11 - sum % 11) % 11 != digits.charAt(9) - '0') {
      throw new MalformedMessage(
          Code.NOT_VALID, where, "the check digit is wrong: compare the number, or leave it out");
    }
    return new Identifier(SYSTEM, new Personal(digits));
  }
}
