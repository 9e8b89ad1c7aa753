package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
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
    open(message, Optional.empty(), at);
  }

  @Override
  public void openForConflict(UUID first, UUID conflict, Instant at) {
    open(first, Optional.of(conflict), at);
  }

  private void open(UUID message, Optional<UUID> conflict, Instant at) {
    UUID escalation = UUID.randomUUID();
    UUID page = UUID.randomUUID();
    database
        .sql(
            """
            with opened as (
              insert into escalation (id, message_id, conflict_id, case_id, opened_at)
              select :escalation, id, cast(:conflict as uuid), case_id, :at from message where id = :message)
            insert into page (id, escalation_id, number, queued_at) values (:page, :escalation, 1, :at)
            """)
        .param("escalation", escalation)
        .param("message", message)
        .param("conflict", conflict.orElse(null))
        .param("page", page)
        .param("at", Sql.at(at))
        .update();
    lanes.add(Lanes.page(escalation, 1), WorkKind.PAGE, page, Priority.PAGE);
  }
}
