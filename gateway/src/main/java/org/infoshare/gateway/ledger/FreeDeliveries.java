package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queues what waits for nothing more that must happen before sending. */
final class FreeDeliveries {

  private static final String NOW_FREE =
      """
      with free as (
        update delivery d set state = 'queued', state_at = :at, stop_code = null, deadline_at = :deadline, deadline_told_at = null
        from message m
        where m.id = d.message_id and d.message_id = :message and d.recipient_agency = :agency and d.recipient_function = :function
          and d.state = 'before_sending'
          and not exists (
            select 1 from obligation o
            where o.message_id = :message and o.recipient_agency = :agency and o.recipient_function = :function
              and
      """
          + KeepsWaiting.CONDITION
          + """
          )
        returning d.id, d.lane, d.urgent),
      closed as (
        update attention a set state = 'done', done_at = :at, done_by = :by, reason = 'it was done'
        from free where a.delivery_id = free.id and a.kind = 'not_met_in_time' and a.state = 'open')
      select id, lane, urgent from free
      """;

  private final JdbcClient database;
  private final LaneQueue lanes;
  private final Deadlines deadlines;

  FreeDeliveries(LedgerParts parts) {
    this.database = parts.database();
    this.lanes = parts.lanes();
    this.deadlines = parts.deadlines();
  }

  private record Free(UUID id, String lane, boolean urgent) {}

  /**
   * The caller's last statement, after whatever else it adds to lanes.
   *
   * @param by who did the last that it waited for
   */
  void queue(UUID message, Recipient recipient, boolean urgent, String by, Instant at) {
    List<Free> free =
        database
            .sql(NOW_FREE)
            .param("at", Sql.at(at))
            .param("deadline", Sql.at(at.plus(deadlines.of(recipient.agency(), urgent))))
            .param("message", message)
            .param("agency", recipient.agency().value())
            .param("function", recipient.function().value())
            .param("by", by)
            .query(
                (row, n) ->
                    new Free(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
            .list();
    free.forEach(
        delivery ->
            lanes.add(
                delivery.lane(),
                WorkKind.DELIVER,
                delivery.id(),
                delivery.urgent() ? Priority.URGENT : Priority.ORDINARY));
  }
}
