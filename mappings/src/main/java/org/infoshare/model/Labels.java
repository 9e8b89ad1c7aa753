package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * What a recipient must be told about the message itself, beside what it says.
 *
 * @param someNotIncluded some information was not included: ask the sender (obligation O8). Never
 *     set where a redaction is silent (O8s): then nothing at the recipient may tell
 * @param notToBeTold persons to whom this must not be disclosed (O10)
 */
public record Labels(boolean someNotIncluded, List<PersonId> notToBeTold) {

  public static final Labels NONE = new Labels(false, List.of());

  public Labels {
    notToBeTold = List.copyOf(notToBeTold);
  }

  /** Those for which a form has a place. */
  public Labels only(Set<Label> carried) {
    return new Labels(
        someNotIncluded && carried.contains(Label.NOT_INCLUDED),
        carried.contains(Label.NOT_TO_BE_TOLD) ? notToBeTold : List.of());
  }
}
