package org.infoshare.consent;

import java.util.Objects;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Owner;

/**
 * Something that somebody owes because of a decision.
 *
 * @param beforeSending whether the delivery waits until it is met
 * @param silent whether the recipient must not be able to tell that it exists
 * @param repeats whether it is owed again each time that it falls due
 */
public record Obligation(
    ObligationCode code,
    Owner owner,
    Due due,
    boolean beforeSending,
    boolean silent,
    boolean repeats) {

  public Obligation {
    Objects.requireNonNull(code, "what is owed");
    Objects.requireNonNull(owner, "who owes it");
    Objects.requireNonNull(due, "by when it is owed");
  }
}
