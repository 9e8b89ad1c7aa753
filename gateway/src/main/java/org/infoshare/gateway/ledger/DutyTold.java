package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is owed to the duty team about an immediate risk and was done already, since it is told from
 * acceptance on: that it is reached by a second way (O21) once an e-mail has gone out, the number to
 * ring being at the desk; that somebody acknowledges it (O1) once a named person has.
 */
final class DutyTold {

  private static final String MET =
      """
      update obligation o set state = 'met', met_at = :at,
        met_by = case o.code when 'O1' then e.answered_by else 'gateway' end,
        how = case o.code when 'O21' then 'a duty address was told by e-mail, and whom to ring stands at the desk' end
      from escalation e
      where e.message_id = :message and e.conflict_id is null and o.message_id = :message and o.state = 'open'
        and (o.code = 'O21' and exists (select 1 from page p where p.escalation_id = e.id and p.sent_at is not null)
          or o.code = 'O1' and e.state = 'answered')
      """;

  private final JdbcClient database;

  DutyTold(JdbcClient database) {
    this.database = database;
  }

  /** In the transaction in which it is owed, or done. */
  void settle(UUID message, Instant at) {
    database.sql(MET).param("message", message).param("at", Sql.at(at)).update();
  }
}
