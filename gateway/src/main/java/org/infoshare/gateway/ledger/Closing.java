package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records what became of an attempt: the delivery has ended, or is tried again, and past its
 * deadline a person is told, once. A recall of what surely did not arrive is withdrawn. A refusal
 * does not undo an attempt before that may have arrived: of that a person is told, too.
 */
final class Closing {

  // What was delivered is what was in the bytes: the rest can be queued again if a person releases
  // it.
  // A failure after an attempt that may have arrived leaves the delivery unknown.
  // What is owed with a message is done when it has arrived, but for what a person tells by another
  // way.
  private static final String CLOSE =
      """
      with closed as (
        update attempt set outcome = :outcome, code = cast(:code as text), closed_at = :at where id = :attempt
        returning delivery_id, decision_id, retention_class, retention_year, carried, not_carried),
      moved as (
        update delivery d set
          state = case when d.state = 'answered' then d.state when :ends then :state
                       when exists (select 1 from attempt a where a.delivery_id = d.id and a.id <> :attempt
                                    and coalesce(a.outcome, 'unknown') = 'unknown') then 'unknown' else :state end,
          state_at = :at,
          last_error = case when :state = 'delivered' then d.last_error else cast(:code as text) end,
          delivered_at = case when :state = 'delivered' then coalesce(d.delivered_at, :at) else d.delivered_at end,
          segments = case when :state = 'delivered' and d.recalls is null then closed.carried || closed.not_carried else d.segments end,
          not_carried = case when :state = 'delivered' then closed.not_carried else d.not_carried end,
          deadline_told_at = case when not :ends and d.deadline_at < :at then coalesce(d.deadline_told_at, :at) else d.deadline_told_at end
        from closed where d.id = closed.delivery_id
        returning d.id, d.message_id, d.recipient_agency, d.recipient_function, d.recalls, d.state,
                  not :ends and d.deadline_told_at = :at as told_now),
      went_along as (
        update obligation o set state = 'met', met_at = :at, met_by = 'gateway'
        from moved m
        where :state = 'delivered' and m.recalls is null and o.state = 'open' and o.due_word = 'with_message'
          and o.message_id = m.message_id and o.recipient_agency = m.recipient_agency and o.recipient_function = m.recipient_function
          and not exists (select 1 from attention a where a.kind = 'tell_recipient' and a.delivery_id = m.id
                          and o.code = any(string_to_array(a.code, '+')))),
      told as (
        insert into attention (kind, code, message_id, delivery_id, opened_at)
        select case when :state = 'refused' then 'refused_by_partner' else 'deadline_passed' end, coalesce(cast(:code as text), ''), message_id, id, :at
        from moved where :state = 'refused' or told_now
        on conflict do nothing),
      perhaps_there as (
        insert into attention (kind, code, message_id, delivery_id, opened_at)
        select 'may_have_arrived', 'MAY_HAVE_ARRIVED', message_id, id, :at from moved
        where state = 'refused' and exists (select 1 from attempt a where a.delivery_id = moved.id and a.id <> :attempt
                                            and coalesce(a.outcome, 'unknown') = 'unknown')
        on conflict do nothing),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, delivery_id, decision_id, agency, code)
        select c.retention_class, c.retention_year, :at, 'attempt ' || :outcome, m.message_id, m.id, c.decision_id, m.recipient_agency, cast(:code as text)
        from closed c join moved m on m.id = c.delivery_id)
      select id from moved
      """;

  private final JdbcClient database;
  private final RecallWithdrawal withdrawal;
  private final LaneTurns turns;
  private final InstantSource clock;

  Closing(LedgerParts parts) {
    this.database = parts.database();
    this.withdrawal = new RecallWithdrawal(parts.database());
    this.turns = parts.turns();
    this.clock = parts.clock();
  }

  void closed(Turn turn, AttemptKey attempt, SendOutcome outcome, Duration retryIn) {
    switch (outcome) {
      case SendOutcome.Delivered(boolean duplicate) -> {
        write(attempt, duplicate ? "duplicate" : "delivered", "delivered", true, null);
        turns.done(turn);
      }
      case SendOutcome.Refused(String code) -> {
        UUID delivery = write(attempt, "refused", "refused", true, code);
        withdrawal.afterFailureOf(delivery, clock.instant());
        turns.done(turn);
      }
      case SendOutcome.Failed(String code) -> {
        UUID delivery = write(attempt, "failed", "failed", false, code);
        withdrawal.afterFailureOf(delivery, clock.instant());
        turns.backOff(turn, retryIn, code);
      }
      case SendOutcome.Unknown(String code) -> {
        write(attempt, "unknown", "unknown", false, code);
        turns.backOff(turn, retryIn, code);
      }
    }
  }

  private UUID write(AttemptKey attempt, String outcome, String state, boolean ends, String code) {
    Instant at = clock.instant();
    return database
        .sql(CLOSE)
        .param("attempt", attempt.value())
        .param("outcome", outcome)
        .param("state", state)
        .param("ends", ends)
        .param("code", code)
        .param("at", Sql.at(at))
        .query(UUID.class)
        .single();
  }
}
