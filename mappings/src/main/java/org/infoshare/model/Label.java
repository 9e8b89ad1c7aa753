package org.infoshare.model;

/**
 * What a recipient must be told with a message, as far as the form in which it is written has a
 * place for it.
 */
public enum Label {
  /** Some information was not included: ask the sender (obligation O8). */
  NOT_INCLUDED,
  /** Persons to whom it must not be disclosed (O10). */
  NOT_TO_BE_TOLD,
  /** Of each part, whether it is fact, opinion or allegation (O24). */
  STANDING
}
