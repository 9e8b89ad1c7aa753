package org.infoshare.gateway.ledger;

import java.util.Optional;
import java.util.UUID;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The delivery that an answer answers.
 *
 * @param message that was delivered: the answer belongs to its case and speaks of its persons
 */
record Answered(UUID delivery, UUID message, UUID caseId) {

  /** What was sent to this agency under this id; an answer to anything else answers nothing. */
  static Optional<Answered> find(JdbcClient database, AgencyId by, MessageId outgoing) {
    return database
        .sql(
            "select id, message_id, case_id from delivery where recipient_agency = ? and"
                + " outgoing_id = ?")
        .params(by.value(), outgoing.value())
        .query(
            (row, n) ->
                new Answered(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class)))
        .optional();
  }
}
