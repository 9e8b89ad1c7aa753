package org.infoshare.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What the sender says of whether somebody knows that it shares what concerns them. Of whom it says
 * nothing, nothing is known.
 *
 * @param on the day on which they were told
 * @param objected they objected to it (Article 21 of the UK GDPR)
 */
public record Informing(PersonId about, State state, Optional<LocalDate> on, boolean objected) {

  public enum State {
    TOLD,
    NOT_TOLD,
    /** To tell them, or anybody through them, would put somebody at risk. */
    UNSAFE;

    /** The word of contracts, for example {@code not_told}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether all that it says is said by the other as well. */
  public boolean saysNoMoreThan(Informing other) {
    return about.equals(other.about())
        && state == other.state()
        && on.equals(other.on())
        && (other.objected() || !objected);
  }
}
