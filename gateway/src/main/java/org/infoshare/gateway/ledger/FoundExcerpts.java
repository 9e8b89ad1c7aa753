package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands around what a control found, for the person who decides about it; the value itself is
 * in none of them.
 */
public final class FoundExcerpts {

  private static final String OPEN =
      "select id, delivery_id, excerpt_key_id, excerpt from attention where state = 'open' and excerpt is not null";

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
        .forEach(excerpt -> open.put(excerpt.attention(), excerpt.text()));
    return open;
  }

  /** For which a part is held; empty if the policy holds it, or nothing could be read. */
  public Optional<String> ofHeldPart(UUID part) {
    return database.sql(OF_PART).param(part).query((row, n) -> read(row)).optional().map(Excerpt::text);
  }

  private Excerpt read(ResultSet row) throws SQLException {
    UUID delivery = row.getObject(2, UUID.class);
    byte[] text =
        keys.of(row.getObject(3, UUID.class))
            .content()
            .open(row.getBytes(4), Places.excerpt(delivery));
    return new Excerpt(row.getObject(1, UUID.class), new String(text, StandardCharsets.UTF_8));
  }
}
