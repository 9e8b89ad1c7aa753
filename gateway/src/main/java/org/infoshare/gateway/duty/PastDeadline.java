package org.infoshare.gateway.duty;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts every delivery that is past its deadline before a person, once: also one of which no attempt
 * ends, because it waits for something that must be done first, or behind another one. Tries go on.
 * And every recall that arrived and that nobody has confirmed in time.
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
        returning id, message_id)
      insert into attention (kind, code, message_id, delivery_id, opened_at)
      select kind, code, message_id, id, :now
      from (select kind, code, message_id, id from late
            union all select 'recall_unconfirmed', 'RECALL_UNCONFIRMED', message_id, id from unconfirmed) as told
      on conflict do nothing
      """;

  private final JdbcClient database;
  private final Clock clock;

  PastDeadline(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void run() {
    database.sql(TELL).param("now", Timestamp.from(clock.instant())).update();
  }
}
