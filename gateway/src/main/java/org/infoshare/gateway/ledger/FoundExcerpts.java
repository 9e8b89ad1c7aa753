package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands around what a control found, for the person who decides about it; the value itself is
 * in none of them.
 */
public final class FoundExcerpts {

  private static final Logger LOG = LoggerFactory.getLogger(FoundExcerpts.class);

  /** As many as a page shows. */
  private static final int MOST = 200;

  private static final String OPEN =
      """
      select id, delivery_id, excerpt_key_id, excerpt from attention
      where state = 'open' and excerpt is not null order by opened_at limit %d
      """
          .formatted(MOST);

  private static final String OF_PART =
      """
      select a.id, a.delivery_id, a.excerpt_key_id, a.excerpt
      from held_part h join delivery d on d.message_id = h.message_id and d.recipient_agency = h.recipient_agency
          and d.recipient_function = h.recipient_function
        join attention a on a.delivery_id = d.id and a.code = h.rule
      where h.id = ? and a.excerpt is not null
      order by a.opened_at desc limit 1
      """;

  private final JdbcClient database;
  private final CaseKeys keys;

  FoundExcerpts(LedgerParts parts) {
    this.database = parts.database();
    this.keys = parts.keys();
  }

  private record Excerpt(UUID attention, String text) {}

  /** By what is open before a person. */
  public Map<UUID, String> open() {
    var open = new HashMap<UUID, String>();
    database
        .sql(OPEN)
        .query((row, n) -> read(row))
        .list()
        .forEach(excerpt -> excerpt.ifPresent(one -> open.put(one.attention(), one.text())));
    return open;
  }

  /** For which a part is held; empty if the policy holds it, or nothing could be read. */
  public Optional<String> ofHeldPart(UUID part) {
    return database
        .sql(OF_PART)
        .param(part)
        .query((row, n) -> read(row))
        .optional()
        .flatMap(excerpt -> excerpt)
        .map(Excerpt::text);
  }

  /** Empty if its key is gone: what else waits is shown all the same. */
  private Optional<Excerpt> read(ResultSet row) throws SQLException {
    UUID attention = row.getObject(1, UUID.class);
    try {
      byte[] text =
          keys.of(row.getObject(3, UUID.class))
              .content()
              .open(row.getBytes(4), Places.excerpt(row.getObject(2, UUID.class)));
      return Optional.of(new Excerpt(attention, new String(text, StandardCharsets.UTF_8)));
    } catch (UnreadableKey e) {
      LOG.warn("what was found for attention {} cannot be read", attention);
      return Optional.empty();
    }
  }
}
