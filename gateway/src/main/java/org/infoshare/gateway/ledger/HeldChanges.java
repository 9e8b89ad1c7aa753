package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.MessageWork.HeldSoFar;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a later decision changes about parts that wait: held for another rule, for which nobody has
 * said anything yet, or held no more.
 */
final class HeldChanges {

  private static final String CHANGE =
      """
      with changed as (
        update held_part h set rule = t.rule, decision_id = t.decision_id,
          first_by = null, first_role = null, first_reason = null, first_reason_key_id = null, first_at = null
        from jsonb_to_recordset(cast(:changed as jsonb)) as t (id uuid, rule text, decision_id uuid) where h.id = t.id),
      gone as (
        update held_part set state = 'gone', settled_at = :at where id = any (cast(:gone as uuid[])) and state = 'waiting')
      update obligation o set state = 'void', met_at = :at
      from jsonb_to_recordset(cast(:unheld as jsonb)) as t (message_id uuid, agency text, function text)
      where o.message_id = t.message_id and o.recipient_agency = t.agency and o.recipient_function = t.function
        and o.state = 'open' and o.code like 'H%'
      """;

  private final JdbcClient database;

  HeldChanges(JdbcClient database) {
    this.database = database;
  }

  private record Changed(UUID id, String rule, UUID decisionId) {}

  private record Unheld(UUID messageId, String agency, String function) {}

  /** Nothing to do for a message that is decided for the first time. */
  void follow(List<Made> decisions, MessageWork work, Instant at) {
    if (work.held().isEmpty()) {
      return;
    }
    var changed = new ArrayList<Changed>();
    var gone = new ArrayList<UUID>();
    var unheld = new ArrayList<Unheld>();
    for (Made made : decisions) {
      for (HeldSoFar part : work.heldFrom(made.recipient())) {
        if (part.waiting() && !part.byControl()) {
          Optional<String> rule = made.rule(part.segment());
          if (rule.isEmpty()) {
            gone.add(part.id());
          } else if (!rule.get().equals(part.rule())) {
            changed.add(new Changed(part.id(), rule.get(), made.row().id()));
          }
        }
      }
      if (made.decision().held().isEmpty()) {
        unheld.add(
            new Unheld(
                made.row().messageId(),
                made.row().recipientAgency(),
                made.row().recipientFunction()));
      }
    }
    database
        .sql(CHANGE)
        .param("changed", Rows.of(changed))
        .param("gone", Sql.array(gone))
        .param("unheld", Rows.of(unheld))
        .param("at", Sql.at(at))
        .update();
  }
}
