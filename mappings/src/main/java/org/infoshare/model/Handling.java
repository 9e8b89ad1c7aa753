package org.infoshare.model;

import java.util.List;
import java.util.Optional;

/**
 * How a segment wants to be handled.
 *
 * @param places it names a place where somebody can be found, whatever its category
 * @param labelledAs the standing that its author gave it
 * @param restrictions in the policy's words, for example {@code court_order}
 * @param order the court's order that it belongs to, for example {@code drug_rehabilitation}
 * @param dated its author said on which day it was so; else that day is the one on which the whole
 *     was written
 */
public record Handling(
    boolean places,
    Optional<Standing> labelledAs,
    List<String> restrictions,
    Optional<String> order,
    boolean dated) {

  public static final Handling PLAIN =
      new Handling(false, Optional.empty(), List.of(), Optional.empty(), false);

  /** Names a place. */
  public static final Handling NAMES_A_PLACE =
      new Handling(true, Optional.empty(), List.of(), Optional.empty(), false);

  public Handling {
    restrictions = List.copyOf(restrictions);
  }
}
