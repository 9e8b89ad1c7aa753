package org.infoshare.gateway.duty;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.infoshare.gateway.ledger.LedgerSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts every delivery that is past its deadline before a person, once: also one of which no attempt
 * ends, because it waits for something that must be done first, or behind another one. Tries go on.
 * Every recall that arrived and that nobody has confirmed in time. Every message that nobody could
 * decide, or decide again, for as long as a delivery of it might take; when it is decided, that is
 * settled. And every message of which a part is held past its time: what is held stays held, and when
 * a person has decided about it, that is settled.
 */
@Component
class PastDeadline implements Runnable {

  private static final String TELL =
      """
      with late as (
        update delivery set deadline_told_at = :now
        where state in ('before_sending', 'queued', 'sending', 'failed', 'unknown')
          and deadline_at < :now and deadline_told_at is null
        returning id, message_id, case when state = 'before_sending' then 'not_met_in_time' else 'deadline_passed' end as kind,
          case when state = 'before_sending' then 'BEFORE_SENDING' else coalesce(last_error, 'STILL_WAITING') end as code),
      unconfirmed as (
        update delivery set deadline_told_at = :now
        where recalls is not null and state = 'delivered' and deadline_at < :now and deadline_told_at is null
        returning id, message_id),
      decided_after_all as (
        update attention a set state = 'done', done_at = :now, done_by = 'gateway', reason = 'it was decided'
        from message m where a.kind = 'undecidable' and a.state = 'open' and m.id = a.message_id and m.decided_at is not null
          and not exists (
            select 1 from lane_row r
            where r.lane = 'decide/' || m.case_id || case when m.urgent then '/urgent' else '' end and r.ref = m.id and r.created_at <= a.opened_at)),
      undecided as (
        select m.id, coalesce(m.undecided_code, 'NOT_DECIDED') as code from message m
        where m.decided_at is null
          and (m.accepted_at < case when m.urgent then cast(:urgentBefore as timestamptz) else cast(:before as timestamptz) end
            or exists (select 1 from held_part h where h.message_id = m.id and h.rule = 'ENG' and h.state = 'waiting' and h.due_at < :now))
          and not exists (select 1 from attention a where a.kind = 'undecidable' and a.message_id = m.id)),
      undecided_again as (
        select distinct m.id, coalesce(l.last_error, 'NOT_DECIDED') as code
        from lane_row r join message m on m.id = r.ref join lane l on l.lane = r.lane
        where r.kind = 'DECIDE' and m.decided_at is not null
          and r.created_at < case when m.urgent then cast(:urgentBefore as timestamptz) else cast(:before as timestamptz) end
          and not exists (
            select 1 from attention a
            where a.kind = 'undecidable' and a.message_id = m.id and (a.state = 'open' or a.opened_at > r.created_at))),
      seen_to as (
        update attention a set state = 'done', done_at = :now, done_by = 'gateway', reason = 'nothing of it is held past its time'
        where a.kind = 'hold_expired' and a.state = 'open' and not exists (
          select 1 from held_part h where h.message_id = a.message_id and h.state = 'waiting' and h.rule <> 'ENG' and h.due_at < :now)),
      held_too_long as (
        select distinct h.message_id as id from held_part h
        where h.state = 'waiting' and h.rule <> 'ENG' and h.due_at < :now
          and not exists (select 1 from attention a where a.kind = 'hold_expired' and a.message_id = h.message_id and a.state = 'open'))
      insert into attention (kind, code, message_id, delivery_id, opened_at)
      select kind, code, message_id, id, :now
      from (select kind, code, message_id, id from late
            union all select 'recall_unconfirmed', 'RECALL_UNCONFIRMED', message_id, id from unconfirmed
            union all select 'undecidable', code, id, null from undecided
            union all select 'undecidable', code, id, null from undecided_again
            union all select 'hold_expired', 'HOLD_EXPIRED', id, null from held_too_long) as told
      on conflict do nothing
      """;

  private final JdbcClient database;
  private final LedgerSettings settings;
  private final Clock clock;

  PastDeadline(JdbcClient database, LedgerSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    database
        .sql(TELL)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minus(settings.deadline())))
        .param("urgentBefore", Timestamp.from(now.minus(settings.urgentDeadline())))
        .update();
  }
}
