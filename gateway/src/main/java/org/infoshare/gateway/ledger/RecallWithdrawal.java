package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Withdraws recalls of what, as it turned out after they were made, surely never arrived. What may
 * have arrived by another attempt stays recalled.
 */
final class RecallWithdrawal {

  // What was never sent is owed by nobody; with another recall that was confirmed it is met.
  private static final String WITHDRAW =
      """
      with arrived as (
        select
      """
          + SentPart.BROUGHT
          + """
           as parts from delivery d where d.id = :delivery),
      withdrawn as (
        update delivery r set
          segments = array(select part from unnest(r.segments) as part where part = any (arrived.parts) order by part),
          state = case when r.segments && arrived.parts then r.state else 'stopped' end,
          stop_code = case when r.segments && arrived.parts then r.stop_code else 'NEVER_ARRIVED' end,
          state_at = :at
        from arrived
        where r.recalls = :delivery and r.state in ('queued', 'failed') and not r.segments <@ arrived.parts
        returning r.id, r.message_id, r.case_id, r.recipient_agency, r.recipient_function, r.decision_id, r.state),
      others as (
        select recipient_agency, recipient_function, state from delivery
        where message_id in (select message_id from withdrawn) and recalls is not null and state <> 'stopped'
          and id not in (select id from withdrawn where state = 'stopped')),
      owed as (
        update obligation o set met_at = :at,
          state = case when exists (select 1 from others where others.recipient_agency = o.recipient_agency
                                    and others.recipient_function = o.recipient_function) then 'met' else 'void' end,
          how = 'what was recalled never arrived'
        from withdrawn w
        where w.state = 'stopped' and o.message_id = w.message_id and o.recipient_agency = w.recipient_agency
          and o.recipient_function = w.recipient_function and o.code = 'O7' and o.state = 'open'
          and not exists (select 1 from others where others.recipient_agency = o.recipient_agency
                          and others.recipient_function = o.recipient_function and others.state <> 'answered')),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, delivery_id, decision_id, agency, code)
        select m.retention_class, m.retention_year, :at, 'recall withdrawn', m.id, w.id, w.decision_id, w.recipient_agency, 'NEVER_ARRIVED'
        from withdrawn w join message m on m.id = w.message_id)
      select distinct case_id from withdrawn
      """;

  private static final String NOTHING_ARRIVED =
      """
      update obligation o set state = 'void', met_at = ?, how = 'nothing of it had arrived'
      where o.message_id = ? and o.code = 'O7' and o.state = 'open'
        and not exists (
          select 1 from delivery r
          where r.message_id = o.message_id and r.recipient_agency = o.recipient_agency and r.recipient_function = o.recipient_function
            and r.recalls is not null and r.segments <> '{}')
      """;

  private final JdbcClient database;
  private final Facts facts;

  RecallWithdrawal(JdbcClient database) {
    this.database = database;
    this.facts = new Facts(database);
  }

  /** Where a recall is owed and there is nothing to recall, nobody owes it. */
  void whereNothingArrived(UUID message, Instant at) {
    database.sql(NOTHING_ARRIVED).params(Sql.at(at), message).update();
  }

  /** After an attempt of this delivery has surely failed, in the transaction that records it. */
  void afterFailureOf(UUID delivery, Instant at) {
    List<UUID> cases =
        database
            .sql(WITHDRAW)
            .param("delivery", delivery)
            .param("at", Sql.at(at))
            .query(UUID.class)
            .list();
    cases.forEach(facts::moved);
  }
}
