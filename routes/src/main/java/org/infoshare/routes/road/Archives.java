package org.infoshare.routes.road;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens gzip and zip, and the office documents that are zips, within limits. */
final class Archives {

  private static final int MOST_ENTRIES = 2_000;

  private Archives() {}

  static boolean isGzip(byte[] bytes) {
    return starts(bytes, 0x1F, 0x8B);
  }

  static boolean isZip(byte[] bytes) {
    return starts(bytes, 'P', 'K', 3, 4);
  }

  static boolean starts(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Empty if it is broken or too large. */
  static Optional<byte[]> gzip(byte[] bytes, long limit) {
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return limited(packed, limit);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  static void zip(Unpacked into, String where, byte[] bytes, long limit, int depth) {
    int entries = 0;
    long left = limit;
    boolean office = false;
    boolean open = false;
    var decoration = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        // A name may itself hold what is looked for, so it is read, and never told.
        into.aside(where + " (name of entry " + entries + ")", entry.getName());
        Optional<byte[]> inner = limited(zip, left);
        if (inner.isEmpty() || entries > MOST_ENTRIES) {
          into.unreadable(where);
          return;
        }
        left -= inner.get().length;
        office |= entry.getName().equals("[Content_Types].xml");
        open |= entries == 1 && entry.getName().equals("mimetype");
        String at = where + " (entry " + entries + ")";
        if (Decoration.is(entry.getName(), inner.get())) {
          decoration.put(at, inner.get());
        } else if (!entry.isDirectory()) {
          into.content(at, inner.get(), depth + 1);
        }
      }
    } catch (IOException | IllegalArgumentException encryptedOrBroken) {
      into.unreadable(where);
      return;
    }
    if (!office && !open) {
      decoration.forEach((at, inner) -> into.content(at, inner, depth + 1));
    }
    if (entries != announced(bytes)) {
      into.unreadable(where);
    } else if (office) {
      Documents.read(into, where, bytes, depth);
    }
  }

  private static Optional<byte[]> limited(InputStream packed, long limit) throws IOException {
    byte[] inner = packed.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    return inner.length > limit ? Optional.empty() : Optional.of(inner);
  }

  /** How many entries its directory has: one that stands in no directory was put there to be overlooked. */
  private static int announced(byte[] bytes) {
    for (int i = bytes.length - 22; i >= 0; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return (bytes[i + 10] & 0xFF) | (bytes[i + 11] & 0xFF) << 8;
      }
    }
    return -1;
  }
}
