package org.infoshare.gateway.ledger.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that belong to no case. The snapshot key is apart from the content's keys, so that
 * erasing a case's content does not destroy the proof of what was decided.
 */
public final class GatewayKeys {

  private static final String REGISTRY = "registry";
  private static final String RECORDS = "records";

  private final JdbcClient database;
  private final MasterKey master;
  private final TransactionTemplate apart;
  private final Map<String, Sealed> snapshots = new ConcurrentHashMap<>();
  private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
  private final AtomicReference<Signing> signing = new AtomicReference<>();

  /**
   * @param apart a transaction of its own: a key must not go with the caller's when that is rolled
   *     back
   */
  public GatewayKeys(JdbcClient database, MasterKey master, TransactionTemplate apart) {
    this.database = database;
    this.master = master;
    this.apart = apart;
  }

  /** Under which identifiers and likenesses of persons are compared, across all cases. */
  public Proof registry() {
    Proof known = proofs.get(REGISTRY);
    if (known != null) {
      return known;
    }
    var proof =
        new Proof(
            master.open(
                keyset(REGISTRY, PredefinedMacParameters.HMAC_SHA256_256BITTAG),
                REGISTRY,
                Mac.class));
    proofs.put(REGISTRY, proof);
    return proof;
  }

  /** The name of the key for decisions of this year. */
  public static String snapshotName(int year) {
    return "snapshot/" + year;
  }

  /** Under which the inputs of decisions are kept. */
  public Sealed snapshot(String name) {
    Sealed known = snapshots.get(name);
    if (known != null) {
      return known;
    }
    var sealed =
        new Sealed(
            master.open(keyset(name, PredefinedAeadParameters.AES256_GCM), name, Aead.class));
    snapshots.put(name, sealed);
    return sealed;
  }

  /** Under which the chain of the decision records is signed; apart from what encrypts them. */
  public Signing records() {
    Signing known = signing.get();
    if (known != null) {
      return known;
    }
    byte[] keyset = keyset(RECORDS, PredefinedSignatureParameters.ED25519);
    var opened =
        new Signing(
            master.open(keyset, RECORDS, PublicKeySign.class),
            master.openVerifier(keyset, RECORDS));
    signing.set(opened);
    return opened;
  }

  private byte[] keyset(String name, Parameters kind) {
    return Objects.requireNonNull(apart.execute(transaction -> keptKeyset(name, kind)));
  }

  private byte[] keptKeyset(String name, Parameters kind) {
    return kept(name)
        .orElseGet(
            () -> {
              // A key that was made here and did not get in is thrown away: what counts is the row.
              database
                  .sql("insert into gateway_key (name, keyset) values (?, ?) on conflict do nothing")
                  .params(name, master.newKeyset(kind, name))
                  .update();
              return kept(name).orElseThrow();
            });
  }

  private Optional<byte[]> kept(String name) {
    return database
        .sql("select keyset from gateway_key where name = ?")
        .param(name)
        .query(byte[].class)
        .optional();
  }
}
