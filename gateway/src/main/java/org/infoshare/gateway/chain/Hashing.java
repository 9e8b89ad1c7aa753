package org.infoshare.gateway.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over words, each on a line of its own. */
final class Hashing {

  private Hashing() {}

  static byte[] of(Object... words) {
    return of(text(words).getBytes(StandardCharsets.UTF_8));
  }

  static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(Object... words) {
    var text = new StringBuilder();
    for (Object word : words) {
      text.append(word instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : word).append('\n');
    }
    return text.toString();
  }
}
