package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How persons ended what a decision owed, in words of theirs: for whoever may read all of a decision. */
public final class Endings {

  private static final String OF_DECISION =
      """
      select o.id, o.code, o.met_by, o.met_at, o.first_words_key, o.first_words, o.words_key, o.words
      from decision d join obligation o on o.message_id = d.message_id and o.recipient_agency = d.recipient_agency
        and o.recipient_function = d.recipient_function
      where d.id = ? and o.words is not null and o.code in (select owed ->> 'code' from jsonb_array_elements(d.obligations) owed)
      order by o.met_at, o.code
      """;

  private final JdbcClient database;
  private final DecisionRecords records;

  Endings(LedgerParts parts) {
    this.database = parts.database();
    this.records = parts.records();
  }

  /**
   * One obligation that was met.
   *
   * @param words two where it took two persons
   */
  public record Ending(String code, String by, Instant at, List<String> words) {}

  /**
   * Oldest first; what the gateway ended by itself is not among them.
   *
   * @throws UnreadableKey if the words were changed or moved
   */
  public List<Ending> of(UUID decision) {
    return database.sql(OF_DECISION).param(decision).query((row, n) -> ending(row)).list();
  }

  private Ending ending(ResultSet row) throws SQLException {
    String place = Places.obligation(row.getObject("id", UUID.class));
    var words = new ArrayList<String>();
    if (row.getBytes("first_words") != null) {
      words.add(records.open(new SealedWords(row.getString("first_words_key"), row.getBytes("first_words")), place));
    }
    words.add(records.open(new SealedWords(row.getString("words_key"), row.getBytes("words")), place));
    return new Ending(
        row.getString("code"),
        row.getString("met_by"),
        row.getObject("met_at", OffsetDateTime.class).toInstant(),
        List.copyOf(words));
  }
}
