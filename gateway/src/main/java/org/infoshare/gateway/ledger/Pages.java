package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.Page.ToTell;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of an immediate risk, again and again, until a named person answers. */
public final class Pages {

  /** Of e-mails that wait for a mail server that is down; see {@link #unanswered}. */
  private static final int UNSENT_AT_MOST = 5;

  private final JdbcClient database;
  private final Transactions transactions;
  private final DutyTold dutyTold;
  private final LaneQueue lanes;
  private final LaneTurns turns;
  private final InstantSource clock;

  Pages(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.dutyTold = new DutyTold(parts.database());
    this.lanes = parts.lanes();
    this.turns = parts.turns();
    this.clock = parts.clock();
  }

  public Optional<Page> find(UUID page) {
    return transactions.reaching(
        () ->
            database
                .sql(
                    """
                    select p.id, p.escalation_id, p.number, p.queued_at, e.conflict_id is not null as refused,
                           e.state = 'answered' as answered,
                           (select json_agg(json_build_object('recipient', d.recipient_agency || '/' || d.recipient_function, 'owed', a.code)
                                            order by a.opened_at, a.id)
                            from attention a join delivery d on d.id = a.delivery_id
                            where e.conflict_id is null and a.message_id = e.message_id and a.kind = 'tell_recipient'
                              and a.state = 'open') as to_tell
                    from page p join escalation e on e.id = p.escalation_id where p.id = ?
                    """)
                .param(page)
                .query(
                    (row, n) ->
                        new Page(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getBoolean(5),
                            row.getBoolean(6),
                            toTell(row.getString(7))))
                .optional());
  }

  private static List<ToTell> toTell(String rows) {
    return rows == null ? List.of() : List.of(Rows.read(rows, ToTell[].class));
  }

  /** The mail server has it. Ends the turn. */
  public void sent(Turn turn, UUID page, String address) {
    transactions.run(
        () -> {
          database
              .sql(
                  "update page set sent_at = ?, address = ?, tries = tries + 1, last_error = null"
                      + " where id = ?")
              .params(Sql.at(clock.instant()), address, page)
              .update();
          database
              .sql(
                  "select e.message_id from page p join escalation e on e.id = p.escalation_id where"
                      + " p.id = ?")
              .param(page)
              .query(UUID.class)
              .optional()
              .ifPresent(message -> dutyTold.settle(message, clock.instant()));
          turns.done(turn);
        });
  }

  /** The mail server does not take it. Ends the turn; it is tried again. */
  public void failed(Turn turn, UUID page, String code, Duration retryIn) {
    transactions.run(
        () -> {
          database
              .sql("update page set tries = tries + 1, last_error = ? where id = ?")
              .params(code, page)
              .update();
          turns.backOff(turn, retryIn, code);
        });
  }

  /**
   * Open escalations of which nobody was told since then: the next address's turn. Not while so many
   * wait since the last that went out that there is one for every address: however many addresses
   * are dead, a living one is told.
   *
   * @param addresses how many duty addresses are told in turn
   */
  public List<UUID> unanswered(Instant queuedBefore, int addresses) {
    return transactions.reaching(
        () ->
            database
                .sql(
                    """
                    select e.id from escalation e join page p on p.escalation_id = e.id
                    where e.state = 'open'
                    group by e.id, e.opened_at
                    having max(greatest(p.queued_at, p.sent_at)) < ?
                      and count(*) filter (where p.sent_at is null and p.number > coalesce((
                        select max(s.number) from page s where s.escalation_id = e.id and s.sent_at is not null), 0)) < ?
                    order by e.opened_at
                    """)
                .params(Sql.at(queuedBefore), Math.max(UNSENT_AT_MOST, addresses))
                .query(UUID.class)
                .list());
  }

  /**
   * Queues the next page of an escalation that is still open and of which nobody was told since
   * then, whoever else looks at the same moment. Pages do not wait for each other: one address may
   * be dead.
   */
  public void queueNext(UUID escalation, Instant queuedBefore) {
    transactions.run(
        () -> {
          boolean open =
              database
                  .sql("select state = 'open' from escalation where id = ? for update")
                  .param(escalation)
                  .query(Boolean.class)
                  .optional()
                  .orElse(false);
          if (open && !toldSince(escalation, queuedBefore)) {
            queue(escalation);
          }
        });
  }

  private boolean toldSince(UUID escalation, Instant queuedBefore) {
    return database
        .sql(
            "select exists (select 1 from page where escalation_id = ? and greatest(queued_at,"
                + " sent_at) >= ?)")
        .params(escalation, Sql.at(queuedBefore))
        .query(Boolean.class)
        .single();
  }

  private void queue(UUID escalation) {
    UUID page = UUID.randomUUID();
    int number =
        database
            .sql(
                """
                insert into page (id, escalation_id, number, queued_at)
                select ?, ?, coalesce(max(number), 0) + 1, ? from page where escalation_id = ? returning number
                """)
            .params(page, escalation, Sql.at(clock.instant()), escalation)
            .query(Integer.class)
            .single();
    lanes.add(Lanes.page(escalation, number), WorkKind.PAGE, page, Priority.PAGE);
  }

  /**
   * A named person answers: nobody more is told.
   *
   * @return false if somebody had answered before
   */
  public boolean acknowledge(UUID escalation, String by, String role) {
    Instant at = clock.instant();
    return transactions.run(
        () -> {
          Optional<UUID> message =
              database
                  .sql(
                      """
                      update escalation set state = 'answered', answered_at = ?, answered_by = ?, answered_role = ?
                      where id = ? and state = 'open' returning message_id
                      """)
                  .params(Sql.at(at), by, role, escalation)
                  .query(UUID.class)
                  .optional();
          message.ifPresent(answered -> dutyTold.settle(answered, at));
          return message.isPresent();
        });
  }
}
