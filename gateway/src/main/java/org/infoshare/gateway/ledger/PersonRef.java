package org.infoshare.gateway.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * A person of a message that goes to an agency.
 *
 * @param ref the message's own
 * @param own the agency's, in the message of its that this one answers
 */
record PersonRef(String ref, UUID personId, Optional<String> own) {

  // From the answered delivery on, with "offset 0": from the person on, the planner would read the
  // persons of all messages while it believes that they are few.
  private static final String OF_MESSAGE =
      """
      (select json_agg(json_build_object('ref', p.ref, 'person_id', p.person_id, 'own',
          (select min(op.ref) from (select message_id from delivery where id = m.in_reply_to_delivery offset 0) as od
           cross join lateral (select id from message where id = od.message_id and sender = %s offset 0) as o
           cross join lateral (select ref, person_id from message_person where message_id = o.id offset 0) as op
           where op.person_id = p.person_id)))
       from message_person p where p.message_id = m.id)""";

  /**
   * All persons of the message {@code m}, as JSON; null if it has none.
   *
   * @param agency an expression for the agency to which it goes
   */
  static String all(String agency) {
    return OF_MESSAGE.formatted(agency);
  }
}
