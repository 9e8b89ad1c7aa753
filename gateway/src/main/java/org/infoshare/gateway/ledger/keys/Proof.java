package org.infoshare.gateway.ledger.keys;

import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Proves content without telling it: an HMAC under a key. Never a plain hash, since an address is
 * guessed from its hash. The same bytes have the same proof under the same key.
 */
public final class Proof {

  private final Mac mac;

  Proof(Mac mac) {
    this.mac = mac;
  }

  public byte[] of(byte[] content) {
    try {
      return mac.computeMac(content);
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("cannot prove content", e);
    }
  }

  public byte[] of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }
}
