package org.infoshare.gateway.ledger.keys;

import java.nio.charset.StandardCharsets;

/** What a ciphertext is bound to, so that it cannot be moved to another row and still be read. */
final class Bound {

  private Bound() {}

  static byte[] to(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
