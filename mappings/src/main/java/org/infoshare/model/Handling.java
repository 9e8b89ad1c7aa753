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
 */
public record Handling(
    boolean places,
    Optional<Standing> labelledAs,
    List<String> restrictions,
    Optional<String> order) {

  public static final Handling PLAIN =
      new Handling(false, Optional.empty(), List.of(), Optional.empty());

  /** Names a place. */
  public static final Handling NAMES_A_PLACE =
      new Handling(true, Optional.empty(), List.of(), Optional.empty());

  public Handling {
    restrictions = List.copyOf(restrictions);
  }
}
