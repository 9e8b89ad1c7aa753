package org.infoshare.routes.road;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;

/**
 * A value by which somebody can be found: the leak guard looks for it in everything that leaves, unless it was released to
 * the recipient.
 *
 * @param told as part of what it was told, for whoever must know how old it is and whether it is safe; empty if nobody said
 */
public record ProtectedValue(PersonId about, Kind kind, Personal value, Optional<Told> told) {

  public ProtectedValue(PersonId about, Kind kind, Personal value) {
    this(about, kind, value, Optional.empty());
  }

  /** How the value is normalised before it is looked for. */
  public enum Kind {
    ADDRESS_LINE,
    POSTCODE,
    TELEPHONE,
    EMAIL,
    NAME,
    PLACE
  }

  /** What somebody said that it is. */
  public enum Use {
    HOME,
    CONTACT,
    NOT_SAFE
  }

  /**
   * @param part of the message that told it: the values of one part are one place, or one way of contact
   * @param asOf the day on which it was so
   * @param dated whoever told it said that it was so on that day; else it is only the day on which they wrote
   * @param at when this gateway took it in
   */
  public record Told(Use use, String part, LocalDate asOf, boolean dated, Instant at) {}
}
