package org.infoshare.routes.road;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text, if they are text: UTF-8, UTF-16, else the letters of western Europe. */
final class Charsets {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  static Optional<String> text(byte[] bytes) {
    int zeros = 0;
    int controls = 0;
    int high = 0;
    for (byte b : bytes) {
      zeros += b == 0 ? 1 : 0;
      controls += b > 0 && !readable(b) ? 1 : 0;
      high += b < 0 ? 1 : 0;
    }
    if (zeros > 0) {
      return zeros * 3 >= bytes.length && bytes.length % 2 == 0 ? wide(bytes) : Optional.empty();
    }
    if (controls > 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      // Mostly plain letters: an older programme wrote it. Else it is no text at all.
      return high * 5 < bytes.length ? Optional.of(new String(bytes, WESTERN)) : Optional.empty();
    }
  }

  private static boolean readable(int c) {
    return c >= 32 || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static Optional<String> wide(byte[] bytes) {
    boolean littleEndian = bytes[0] == (byte) 0xFF || bytes[1] == 0;
    var text = new String(bytes, littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    return text.chars().allMatch(Charsets::readable) ? Optional.of(text) : Optional.empty();
  }
}
