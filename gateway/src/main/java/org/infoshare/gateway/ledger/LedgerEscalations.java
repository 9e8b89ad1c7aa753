package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Escalations as rows of the ledger: the first page is queued with the message. */
final class LedgerEscalations implements Escalations {

  private final JdbcClient database;
  private final LaneQueue lanes;

  LedgerEscalations(JdbcClient database, LaneQueue lanes) {
    this.database = database;
    this.lanes = lanes;
  }

  @Override
  public void open(UUID message, Instant at) {
    UUID escalation = UUID.randomUUID();
    UUID page = UUID.randomUUID();
    database
        .sql(
            """
            with opened as (
              insert into escalation (id, message_id, case_id, opened_at)
              select :escalation, id, case_id, :at from message where id = :message)
            insert into page (id, escalation_id, number, queued_at) values (:page, :escalation, 1, :at)
            """)
        .param("escalation", escalation)
        .param("message", message)
        .param("page", page)
        .param("at", Sql.at(at))
        .update();
    lanes.add(Lanes.page(escalation, 1), WorkKind.PAGE, page, Priority.PAGE);
  }
}
