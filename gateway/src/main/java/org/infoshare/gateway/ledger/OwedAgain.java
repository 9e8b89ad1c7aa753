package org.infoshare.gateway.ledger;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What repeats (O4: look again at whether the person can be told) is owed again, its time after it
 * was last done, for as long as the newest decision owes it and the sender has not said since that
 * its persons were told.
 */
public final class OwedAgain {

  private static final String OPEN =
      """
      with met as (
        update obligation set owed_again = true where repeats and state = 'met' and not owed_again returning *)
      insert into obligation (id, message_id, recipient_agency, recipient_function, decision_id, code, owner, due_word, due_at,
                              before_sending, silent, repeats, opened_at)
      select gen_random_uuid(), message_id, recipient_agency, recipient_function, decision_id, code, owner, due_word,
             met_at + cast(due_word as interval), before_sending, silent, repeats, :at
      from met
      where due_word ~ '^[0-9]+[smhd]$'
        and exists (
          select 1 from (
            select d.obligations from decision d
            where d.message_id = met.message_id and d.recipient_agency = met.recipient_agency and d.recipient_function = met.recipient_function
            order by d.recorded_at desc limit 1) as newest
          where newest.obligations @> jsonb_build_array(jsonb_build_object('code', met.code)))
        and coalesce((
          select bool_or(i.state <> 'told') from informing i join message_person p using (person_id) join message m on m.id = p.message_id
          where m.id = met.message_id and i.stated_by = m.sender), true)
      order by met_at desc
      on conflict do nothing
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final InstantSource clock;

  OwedAgain(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.clock = parts.clock();
  }

  /** Opens again what was met since the last look. */
  public void look() {
    transactions.run(() -> database.sql(OPEN).param("at", Sql.at(clock.instant())).update());
  }
}
