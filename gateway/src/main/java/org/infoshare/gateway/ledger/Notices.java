package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.infoshare.gateway.ledger.Notice.Waiting;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is not at the desk is told of what waits there: every duty address, once for each thing, and
 * of all that came up together in one e-mail. Of a message that is rated red or immediate whatever
 * waits for a person; of others what is held past its time. What a recipient must be told goes with
 * the e-mail about the immediate risk itself.
 */
public final class Notices {

  /** What is seen to at the desk within this time needs no e-mail. */
  private static final Duration SEEN_AT_THE_DESK = Duration.ofMinutes(1);

  private static final String QUEUE =
      """
      with due as (
        select a.id from attention a left join delivery d on d.id = a.delivery_id
          join message m on m.id = coalesce(a.message_id, d.message_id)
        where a.state = 'open' and a.notice_id is null and a.opened_at <= :before and a.kind <> 'tell_recipient'
          and (m.urgent or a.kind = 'hold_expired')
        order by a.id for update of a skip locked),
      noticed as (insert into notice (id, queued_at) select :notice, :at where exists (select 1 from due) returning id),
      told as (update attention a set notice_id = :notice from due where a.id = due.id)
      insert into page (id, notice_id, number, queued_at)
      select t.id, noticed.id, t.number, :at
      from noticed cross join jsonb_to_recordset(cast(:pages as jsonb)) as t (id uuid, number int)
      """;

  private static final String FIND =
      """
      select p.id, p.notice_id, p.number,
             (select json_agg(json_build_object('kind', kind, 'count', count, 'immediate', immediate) order by immediate desc, kind)
              from (select a.kind, count(*) as count, count(*) filter (where m.immediate) as immediate
                    from attention a left join delivery d on d.id = a.delivery_id
                    left join message m on m.id = coalesce(a.message_id, d.message_id)
                    where a.notice_id = p.notice_id and a.state = 'open' group by a.kind) as open) as waiting
      from page p where p.id = ? and p.notice_id is not null
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final LaneQueue lanes;
  private final InstantSource clock;

  Notices(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  private record ToAddress(UUID id, int number) {}

  /**
   * Queues one e-mail for each address, if there is anything of which nobody was told.
   *
   * @param addresses how many duty addresses there are
   */
  public void queue(int addresses) {
    UUID notice = UUID.randomUUID();
    List<ToAddress> pages =
        IntStream.rangeClosed(1, addresses)
            .mapToObj(number -> new ToAddress(UUID.randomUUID(), number))
            .toList();
    transactions.run(() -> queue(notice, pages));
  }

  private void queue(UUID notice, List<ToAddress> pages) {
    Instant at = clock.instant();
    int queued =
        database
            .sql(QUEUE)
            .param("notice", notice)
            .param("pages", Rows.of(pages))
            .param("before", Sql.at(at.minus(SEEN_AT_THE_DESK)))
            .param("at", Sql.at(at))
            .update();
    if (queued > 0) {
      pages.forEach(
          page ->
              lanes.add(
                  Lanes.page(notice, page.number()), WorkKind.PAGE, page.id(), Priority.PAGE));
    }
  }

  /** The notice that a page is of, if it is of one. */
  public Optional<Notice> find(UUID page) {
    return transactions.reaching(
        () ->
            database
                .sql(FIND)
                .param(page)
                .query(
                    (row, n) ->
                        new Notice(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            waiting(row.getString(4))))
                .optional());
  }

  private static List<Waiting> waiting(String rows) {
    return rows == null ? List.of() : List.of(Rows.read(rows, Waiting[].class));
  }
}
