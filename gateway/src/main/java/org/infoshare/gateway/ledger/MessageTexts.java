package org.infoshare.gateway.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.mapping.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads messages back. Those that are being worked on are remembered for a moment: a message is
 * read several times on its way.
 */
final class MessageTexts {

  private static final int REMEMBERED_BYTES = 64 * 1024 * 1024;
  private static final int OVERHEAD_BYTES = 4 * 1024;

  private final JdbcClient database;
  private final CaseKeys keys;
  private final Cache<UUID, MessageText> known =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_BYTES)
          .weigher((UUID id, MessageText text) -> text.size() + OVERHEAD_BYTES)
          .expireAfterWrite(Duration.ofMinutes(1))
          .build();

  MessageTexts(JdbcClient database, CaseKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  void remember(MessageText text) {
    known.put(text.id(), text);
  }

  MessageText of(UUID message) {
    // Not loaded inside the cache: whoever waits for the database there holds up others that only
    // look.
    MessageText remembered = known.getIfPresent(message);
    if (remembered != null) {
      return remembered;
    }
    MessageText text = read(message);
    remember(text);
    return text;
  }

  private MessageText read(UUID message) {
    return database
        .sql(
            """
            select m.case_id, m.urgent, m.accepted_at, m.retention_class, m.retention_year, c.canonical_version, c.canonical, c.parts
            from message m join message_content c
              on c.message_id = m.id and c.retention_class = m.retention_class and c.retention_year = m.retention_year
            where m.id = ?
            """)
        .param(message)
        .query(
            (row, n) -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              byte[] canonical =
                  keys.of(caseId)
                      .content()
                      .open(row.getBytes("canonical"), Places.canonical(message));
              return new MessageText(
                  message,
                  caseId,
                  row.getBoolean("urgent"),
                  row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                  RetentionClass.valueOf(row.getString("retention_class").toUpperCase(Locale.ROOT)),
                  row.getInt("retention_year"),
                  List.of(Rows.read(row.getString("parts"), PartTold[].class)),
                  canonical.length,
                  CanonicalJson.read(canonical, row.getInt("canonical_version")));
            })
        .single();
  }
}
