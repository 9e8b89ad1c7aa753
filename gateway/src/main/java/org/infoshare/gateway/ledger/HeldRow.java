package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.consent.UndecidedAnswer;
import org.infoshare.model.Category;

/** A part that waits for a named person, in the ledger's columns. */
record HeldRow(
    UUID id,
    String recipientAgency,
    String recipientFunction,
    String segment,
    String category,
    String rule,
    Optional<UUID> decisionId,
    Optional<Instant> dueAt) {

  /** The rule of a place that is kept from its recipient, and that two persons may let go. */
  static final String BARRED_PLACE = "B.location";

  /** The rule of what is held only because the policy could not be asked: there is no decision that a person could change. */
  static final String UNDECIDED = UndecidedAnswer.RULE;

  /** Whether it takes two persons to let this go: where somebody is to be found does. */
  static boolean needsTwo(String rule, String category) {
    return rule.equals(BARRED_PLACE) || category.equals(Category.LOCATION.word());
  }

  static final String INSERT =
      """
      insert into held_part (id, message_id, recipient_agency, recipient_function, segment, category, rule, decision_id, held_at, due_at)
      select id, :message, recipient_agency, recipient_function, segment, category, rule, decision_id, :at, due_at
      from jsonb_to_recordset(cast(:held as jsonb)) as t (id uuid, recipient_agency text, recipient_function text, segment text,
        category text, rule text, decision_id uuid, due_at timestamptz)
      on conflict do nothing
      """;
}
