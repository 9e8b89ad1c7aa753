package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was heard about what a decision is about, besides whoever decided, and who was of another mind:
 * for whoever may read all of a decision.
 */
public final class PersonsHeard {

  private static final String OF_DECISION =
      """
      select jsonb_build_object('id', h.entry -> 'id', 'kind', h.kind, 'what', h.entry -> 'what', 'by', h.entry -> 'by', 'role', h.entry -> 'role',
                                'at', h.at, 'words', h.entry -> 'words', 'words_key', h.entry -> 'words_key')
      from decision d join heard h on h.message_id = d.message_id and h.recipient_agency = d.recipient_agency
        and h.recipient_function = d.recipient_function
      where d.id = ?
      order by h.at, h.kind, h.entry
      """;

  private final JdbcClient database;
  private final DecisionRecords records;

  PersonsHeard(LedgerParts parts) {
    this.database = parts.database();
    this.records = parts.records();
  }

  /**
   * One person's word.
   *
   * @param dissent they, or whom they speak of, were of another mind
   * @param what for example {@code second_person}; {@code stated}: the person says it of others
   * @param by their account
   * @param words of whoever stated it
   */
  public record Heard(
      boolean dissent, String what, String by, String role, Instant at, Optional<String> words) {}

  private record Row(
      Optional<UUID> id,
      String kind,
      String what,
      String by,
      Optional<String> role,
      Instant at,
      Optional<String> words,
      Optional<String> wordsKey) {}

  /**
   * By now, oldest first; what the decision itself could rest on stands in its record.
   *
   * @throws UnreadableKey if the words were changed or moved
   */
  public List<Heard> of(UUID decision) {
    return database.sql(OF_DECISION).param(decision).query(String.class).list().stream()
        .map(json -> heard(Rows.read(json, Row.class)))
        .toList();
  }

  private Heard heard(Row row) {
    return new Heard(
        row.kind().equals("dissent"),
        row.what(),
        row.by(),
        row.role().orElse(""),
        row.at(),
        row.words()
            .map(
                words ->
                    records.open(
                        new SealedWords(
                            row.wordsKey().orElseThrow(), HexFormat.of().parseHex(words)),
                        Places.consultation(row.id().orElseThrow()))));
  }
}
