package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A part that a decision or a control leaves to persons, held until the caller's transaction has
 * ended.
 */
record WaitingPart(
    UUID id,
    UUID message,
    Recipient recipient,
    UUID caseId,
    boolean urgent,
    String segment,
    String category,
    String rule,
    Optional<String> firstBy,
    String firstRole,
    byte[] firstReason,
    UUID firstReasonKey) {

  private static final String LOCK =
      """
      select h.id, m.id as message, h.recipient_agency, h.recipient_function, m.case_id, m.urgent, h.segment, h.category, h.rule,
             h.first_by, h.first_role, h.first_reason, h.first_reason_key_id
      from held_part h join message m on m.id = h.message_id
      where h.id = ? and h.state = 'waiting' and h.rule <> 'ENG' for update of h
      """;

  static Optional<WaitingPart> lock(JdbcClient database, UUID heldPart) {
    return database.sql(LOCK).param(heldPart).query((row, n) -> of(row)).optional();
  }

  private static WaitingPart of(ResultSet row) throws SQLException {
    return new WaitingPart(
        row.getObject("id", UUID.class),
        row.getObject("message", UUID.class),
        new RecipientRow(row.getString("recipient_agency"), row.getString("recipient_function"))
            .recipient(),
        row.getObject("case_id", UUID.class),
        row.getBoolean("urgent"),
        row.getString("segment"),
        row.getString("category"),
        row.getString("rule"),
        Optional.ofNullable(row.getString("first_by")),
        row.getString("first_role"),
        row.getBytes("first_reason"),
        row.getObject("first_reason_key_id", UUID.class));
  }

  /** Where somebody is to be found, for whatever reason it is held, is released by two persons. */
  boolean needsTwo() {
    return HeldRow.needsTwo(rule, category);
  }

  /** What the first of two persons said. */
  ReleaseByPerson first(CaseKeys keys) {
    byte[] reason = keys.of(firstReasonKey).content().open(firstReason, Places.firstReason(id));
    return new ReleaseByPerson(
        firstBy.orElseThrow(), firstRole, new String(reason, StandardCharsets.UTF_8));
  }
}
