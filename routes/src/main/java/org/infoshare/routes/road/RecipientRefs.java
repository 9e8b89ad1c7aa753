package org.infoshare.routes.road;

import org.infoshare.model.PersonId;

/**
 * Under which refs a recipient knows the persons of a message. The sender's own do not leave: a gap in their numbering would tell
 * that somebody is kept back.
 */
@FunctionalInterface
public interface RecipientRefs {

  /**
   * The same for the same person in all that this recipient gets of a case, and another for another recipient; the sender's own
   * where the message answers what this recipient sent.
   */
  PersonId of(PersonId person);
}
