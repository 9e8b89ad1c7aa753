package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.consent.Obligation;
import org.infoshare.model.Recipient;

/**
 * Something owed because of a decision, in the ledger's columns: due by the clock or by an event.
 */
record ObligationRow(
    UUID id,
    String recipientAgency,
    String recipientFunction,
    UUID decisionId,
    String code,
    String owner,
    String dueWord,
    Optional<Instant> dueAt,
    Optional<String> dueEvent,
    boolean beforeSending,
    boolean silent,
    boolean repeats) {

  /**
   * What was met once is not owed again by the next decision about the same message and recipient.
   */
  static final String INSERT =
      """
      insert into obligation (id, message_id, recipient_agency, recipient_function, decision_id, code, owner, due_word, due_at, due_event,
                              before_sending, silent, repeats, opened_at)
      select id, :message, recipient_agency, recipient_function, decision_id, code, owner, due_word, due_at, due_event,
             before_sending, silent, repeats, :at
      from jsonb_to_recordset(cast(:obligations as jsonb)) as t (id uuid, recipient_agency text, recipient_function text, decision_id uuid,
        code text, owner text, due_word text, due_at timestamptz, due_event text, before_sending boolean, silent boolean, repeats boolean)
      where not exists (
        select 1 from obligation o
        where o.message_id = :message and o.recipient_agency = t.recipient_agency and o.recipient_function = t.recipient_function
          and o.code = t.code and o.state = 'met' and not t.repeats)
      on conflict do nothing
      """;

  static ObligationRow of(
      Obligation obligation, Recipient recipient, UUID decision, Instant from, WorkingDays days) {
    var due = obligation.due();
    Optional<Instant> byClock =
        due.duration()
            .map(from::plus)
            .or(() -> due.workingDays().map(count -> days.after(from, count)));
    return new ObligationRow(
        UUID.randomUUID(),
        recipient.agency().value(),
        recipient.function().value(),
        decision,
        obligation.code().word(),
        obligation.owner().word(),
        due.word(),
        byClock,
        byClock.isPresent() ? Optional.empty() : Optional.of(due.word()),
        obligation.beforeSending(),
        obligation.silent(),
        obligation.repeats());
  }

  /** The timers of what is held: H15m, H1h, H1d, H5d. */
  boolean holdTimer() {
    return code.startsWith("H");
  }
}
