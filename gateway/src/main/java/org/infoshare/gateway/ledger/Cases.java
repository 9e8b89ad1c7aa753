package org.infoshare.gateway.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What senders know families by. A case is opened, with its keys, by the first message that names
 * it.
 */
final class Cases {

  private static final String OPEN =
      """
      with opened as (
        insert into family_case (id, sender, reference) values (:id, :sender, :reference) on conflict do nothing returning id),
      keyed as (insert into case_key (case_id, content, proof) select id, :content, :proof from opened),
      facts as (insert into case_facts (case_id) select id from opened)
      select id from opened
      """;

  private final JdbcClient database;
  private final CaseKeys keys;
  private final Cache<Name, UUID> known = Caffeine.newBuilder().maximumSize(20_000).build();

  Cases(JdbcClient database, CaseKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  private record Name(AgencyId sender, CaseReference reference) {}

  /**
   * A case with its key.
   *
   * @param opened in this transaction: nothing was known of it before
   */
  record Found(CaseKey key, boolean opened) {}

  /** The case is opened in the caller's transaction if it is new. */
  Found of(AgencyId sender, CaseReference reference) {
    UUID remembered = known.getIfPresent(new Name(sender, reference));
    return remembered == null
        ? openOrFind(sender, reference)
        : new Found(keys.of(remembered), false);
  }

  /** The case is on disk: it need not be looked up again. */
  void remember(AgencyId sender, CaseReference reference, UUID caseId) {
    known.put(new Name(sender, reference), caseId);
  }

  private Found openOrFind(AgencyId sender, CaseReference reference) {
    UUID id = UUID.randomUUID();
    var keysets = keys.generate(id);
    Optional<UUID> opened =
        database
            .sql(OPEN)
            .param("id", id)
            .param("sender", sender.value())
            .param("reference", reference.value())
            .param("content", keysets.content())
            .param("proof", keysets.proof())
            .query(UUID.class)
            .optional();
    if (opened.isPresent()) {
      return new Found(keys.open(id, keysets), true);
    }
    UUID found =
        database
            .sql("select id from family_case where sender = ? and reference = ?")
            .params(sender.value(), reference.value())
            .query(UUID.class)
            .single();
    return new Found(keys.of(found), false);
  }
}
