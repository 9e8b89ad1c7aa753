package org.infoshare.routes.road;

import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;

/**
 * A value by which somebody can be found: the leak guard looks for it in everything that leaves, unless it was released to
 * the recipient.
 */
public record ProtectedValue(PersonId about, Kind kind, Personal value) {

  /** How the value is normalised before it is looked for. */
  public enum Kind {
    ADDRESS_LINE,
    POSTCODE,
    TELEPHONE,
    EMAIL,
    NAME,
    PLACE
  }
}
