package org.infoshare.gateway.ledger.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A key for each case: AES-256-GCM for its content, HMAC-SHA-256 for what proves it. The ones in
 * use are remembered.
 */
public final class CaseKeys {

  private static final int REMEMBERED = 5_000;

  private final JdbcClient database;
  private final MasterKey master;
  private final Cache<UUID, CaseKey> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(1)).build();

  public CaseKeys(JdbcClient database, MasterKey master) {
    this.database = database;
    this.master = master;
  }

  /** New keys, encrypted, for a case that is about to be opened. Its row must hold them. */
  public Keysets generate(UUID caseId) {
    return new Keysets(
        master.newKeyset(PredefinedAeadParameters.AES256_GCM, contentName(caseId)),
        master.newKeyset(PredefinedMacParameters.HMAC_SHA256_256BITTAG, proofName(caseId)));
  }

  /** Opens keysets that were read from, or are about to be written to, the case's row. */
  public CaseKey open(UUID caseId, Keysets keysets) {
    if (keysets.content() == null) {
      throw new UnreadableKey("the content of case " + caseId + " was erased", null);
    }
    return new CaseKey(
        caseId,
        new Sealed(master.open(keysets.content(), contentName(caseId), Aead.class)),
        new Proof(master.open(keysets.proof(), proofName(caseId), Mac.class)));
  }

  /**
   * The keys of a case that the ledger has.
   *
   * @throws UnreadableKey if they are of another master key, or the content's key was destroyed
   */
  public CaseKey of(UUID caseId) {
    CaseKey remembered = known.getIfPresent(caseId);
    if (remembered != null) {
      return remembered;
    }
    Keysets keysets =
        database
            .sql("select content, proof from case_key where case_id = ?")
            .param(caseId)
            .query((row, number) -> new Keysets(row.getBytes("content"), row.getBytes("proof")))
            .single();
    CaseKey key = open(caseId, keysets);
    known.put(caseId, key);
    return key;
  }

  private static String contentName(UUID caseId) {
    return "case/" + caseId + "/content";
  }

  private static String proofName(UUID caseId) {
    return "case/" + caseId + "/proof";
  }

  /** Encrypted keysets, as the database keeps them. */
  public record Keysets(byte[] content, byte[] proof) {}
}
