package org.infoshare.gateway.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What named persons do for deliveries that do not go on by themselves. */
public final class Deliveries {

  // At immediate risk O6 and O11 keep no delivery waiting: see BeforeSending.
  private static final String NOW_FREE =
      """
      update delivery d set state = 'queued', state_at = :at, stop_code = null
      from message m
      where m.id = d.message_id and d.message_id = :message and d.recipient_agency = :agency and d.recipient_function = :function
        and d.state = 'before_sending'
        and not exists (
          select 1 from obligation o
          where o.message_id = :message and o.recipient_agency = :agency and o.recipient_function = :function
            and o.state = 'open' and o.before_sending and not (m.immediate and o.code in ('O6', 'O11')))
      returning d.id, d.lane, d.urgent
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final LaneQueue lanes;
  private final InstantSource clock;

  Deliveries(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  private record Owed(UUID message, String agency, String function, boolean beforeSending) {}

  private record Free(UUID id, String lane, boolean urgent) {}

  /**
   * Says that an obligation was met, and how. When nothing more must happen before sending, what
   * waited is queued.
   *
   * @return false if it was not open
   */
  public boolean meet(UUID obligation, String by, String how) {
    return transactions.run(
        () -> {
          Optional<Owed> met = met(obligation, by, how);
          met.filter(Owed::beforeSending).ifPresent(this::queueWhatIsFree);
          return met.isPresent();
        });
  }

  private Optional<Owed> met(UUID obligation, String by, String how) {
    return database
        .sql(
            """
            update obligation set state = 'met', met_at = ?, met_by = ?, how = ? where id = ? and state = 'open'
            returning message_id, recipient_agency, recipient_function, before_sending
            """)
        .params(Sql.at(clock.instant()), by, how, obligation)
        .query(
            (row, n) ->
                new Owed(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4)))
        .optional();
  }

  private void queueWhatIsFree(Owed met) {
    List<Free> free =
        database
            .sql(NOW_FREE)
            .param("at", Sql.at(clock.instant()))
            .param("message", met.message())
            .param("agency", met.agency())
            .param("function", met.function())
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

  /** Ends the back-off of a delivery's lane: its head is tried at once. */
  public void tryNow(UUID delivery) {
    transactions.run(
        () ->
            database
                .sql("select lane from delivery where id = ?")
                .param(delivery)
                .query(String.class)
                .optional()
                .ifPresent(lanes::tryNow));
  }

  /** A named person has seen to what needed attention. */
  public void close(UUID attention, String by, String reason) {
    transactions.run(
        () ->
            database
                .sql(
                    "update attention set state = 'done', done_at = ?, done_by = ?, reason = ?"
                        + " where id = ? and state = 'open'")
                .params(Sql.at(clock.instant()), by, reason, attention)
                .update());
  }
}
