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

  private static final String OF_MESSAGE =
      """
      (select json_agg(json_build_object('ref', p.ref, 'person_id', p.person_id, 'own',
          (select min(op.ref) from delivery od join message o on o.id = od.message_id join message_person op on op.message_id = o.id
           where od.id = m.in_reply_to_delivery and o.sender = %s and op.person_id = p.person_id)))
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
