package org.infoshare.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/** Writes the plain form of a tar archive (ustar) that OPA reads; no dates, no owners. */
final class Tar {

  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;

  private Tar() {}

  static byte[] gzipped(SortedMap<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new GZIPOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        tar.write(header(file.getKey(), file.getValue().length));
        tar.write(file.getValue());
        pad(tar, file.getValue().length);
      }
      tar.write(new byte[2 * BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String name, int size) {
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a file of the policy has too long a name: " + name);
    }
    var header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, "%011o".formatted(size));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\0" + "00");
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }

  private static void pad(OutputStream tar, int size) throws IOException {
    tar.write(new byte[(BLOCK - size % BLOCK) % BLOCK]);
  }
}
