package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Rag;
import org.infoshare.model.Risk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that were refused because their id was used before, each beside the first of that id. */
public final class Conflicts {

  private static final String LOOK =
      """
      select c.id, c.first_message_id, c.sender, c.sender_message_id, c.key_id, c.canonical_version, c.canonical, c.at,
             c.rag, c.immediate, m.accepted_at, m.rag as first_rag, m.immediate as first_immediate,
             a.id as attention, a.state as attention_state, a.done_at, a.done_by,
             e.id as escalation, e.state as escalation_state, e.opened_at, e.answered_at, e.answered_by
      from conflict c join message m on m.id = c.first_message_id
      left join attention a on a.conflict_id = c.id
      left join escalation e on e.message_id = c.first_message_id and e.conflict_id = c.id
      where c.id = ? order by a.opened_at desc limit 1
      """;

  private final JdbcClient database;
  private final CaseKeys keys;
  private final MessageTexts texts;
  private final Transactions transactions;

  Conflicts(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.keys = parts.keys();
    this.texts = parts.texts();
    this.transactions = transactions;
  }

  /** The refused message of this id beside the one that was accepted. */
  public Optional<Conflict> find(UUID conflict) {
    return transactions.reaching(
        () -> database.sql(LOOK).param(conflict).query((row, n) -> conflict(row)).optional());
  }

  /** The two, opened. What they say stays in here. */
  private record Both(CaseMessage first, CaseMessage second) {}

  private Conflict conflict(ResultSet row) throws SQLException {
    UUID first = row.getObject("first_message_id", UUID.class);
    UUID second = row.getObject("id", UUID.class);
    Optional<Both> both = opened(row, first, second);
    return new Conflict(
        second,
        row.getString("sender"),
        row.getString("sender_message_id"),
        new Conflict.Side(
            first,
            at(row, "accepted_at"),
            risk(row.getString("first_rag"), row.getBoolean("first_immediate")),
            both.map(two -> by(two.first()))),
        new Conflict.Side(
            second,
            at(row, "at"),
            noted(row)
                .or(() -> both.map(two -> risk(two.second())))
                .orElse(Rag.UNKNOWN.word()),
            both.map(two -> by(two.second()))),
        both.map(two -> Comparison.of(two.first(), two.second())),
        is(row, "attention_state", "open")
            ? Optional.of(row.getObject("attention", UUID.class))
            : Optional.empty(),
        is(row, "attention_state", "done")
            ? Optional.of(new Conflict.Closed(at(row, "done_at"), row.getString("done_by")))
            : Optional.empty(),
        escalated(row));
  }

  /** Empty where the content of the case was erased, or somebody changed it. */
  private Optional<Both> opened(ResultSet row, UUID first, UUID second) throws SQLException {
    try {
      byte[] canonical =
          keys.of(row.getObject("key_id", UUID.class))
              .content()
              .open(row.getBytes("canonical"), Places.canonical(second));
      return Optional.of(
          new Both(
              texts.of(first).message(),
              CanonicalJson.read(canonical, row.getInt("canonical_version"))));
    } catch (UnreadableKey e) {
      return Optional.empty();
    }
  }

  private static Optional<Conflict.Escalated> escalated(ResultSet row) throws SQLException {
    if (row.getString("escalation_state") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Conflict.Escalated(
            row.getObject("escalation", UUID.class),
            at(row, "opened_at"),
            is(row, "escalation_state", "answered")
                ? Optional.of(
                    new Conflict.Closed(at(row, "answered_at"), row.getString("answered_by")))
                : Optional.empty()));
  }

  /** Empty of what was kept before the risk was noted. */
  private static Optional<String> noted(ResultSet row) throws SQLException {
    boolean immediate = row.getBoolean("immediate");
    return Optional.ofNullable(row.getString("rag")).map(rag -> risk(rag, immediate));
  }

  private static Conflict.By by(CaseMessage message) {
    Practitioner by = message.envelope().by();
    return new Conflict.By(by.role(), by.team(), by.callBack().map(Personal::value));
  }

  private static String risk(CaseMessage message) {
    Risk risk = message.envelope().risk();
    return risk(risk.rag().word(), risk.immediate());
  }

  private static String risk(String rag, boolean immediate) {
    return immediate ? "immediate" : rag;
  }

  private static boolean is(ResultSet row, String column, String word) throws SQLException {
    return word.equals(row.getString(column));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
