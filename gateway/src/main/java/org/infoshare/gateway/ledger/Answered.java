package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Function;
import org.infoshare.model.MessageId;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The delivery that an answer answers.
 *
 * @param recall the delivery was a recall: its answer can only confirm it
 * @param by to whom it was delivered
 * @param message that was delivered: the answer belongs to its case and speaks of its persons
 */
record Answered(UUID delivery, UUID message, UUID caseId, Recipient by, boolean recall) {

  private static final String CONFIRM =
      """
      update obligation o set state = 'met', met_at = :at, met_by = r.recipient_agency, how = 'every recall was confirmed'
      from delivery r
      where r.id = :recall and o.message_id = r.message_id and o.recipient_agency = r.recipient_agency
        and o.recipient_function = r.recipient_function and o.code = 'O7' and o.state = 'open'
        and not exists (
          select 1 from delivery other
          where other.message_id = r.message_id and other.recipient_agency = r.recipient_agency
            and other.recipient_function = r.recipient_function and other.recalls is not null and other.id <> r.id
            and other.state <> 'answered' and other.segments <> '{}')
      """;


  /** What was sent to this agency under this id; an answer to anything else answers nothing. */
  static Optional<Answered> find(JdbcClient database, AgencyId by, MessageId outgoing) {
    return database
        .sql(
            "select id, message_id, case_id, recipient_function, recalls is not null from delivery where recipient_agency = ? and"
                + " outgoing_id = ?")
        .params(by.value(), outgoing.value())
        .query(
            (row, n) ->
                new Answered(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    new Recipient(by, new Function(row.getString(4))),
                    row.getBoolean(5)))
        .optional();
  }

  /** Only a confirmation answers a recall, and it answers nothing else. */
  boolean isAnsweredBy(CaseMessage message) {
    return recall == message instanceof RecallConfirmation;
  }

  /** When the last of its recalls is confirmed, nobody owes one any more. */
  void settle(JdbcClient database, Instant at) {
    if (recall) {
      database.sql(CONFIRM).param("recall", delivery).param("at", Sql.at(at)).update();
    }
  }
}
