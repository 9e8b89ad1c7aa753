package org.infoshare.routes.road;

import java.util.Set;

/**
 * What every office programme adds to its documents, and nobody reads: a printer's settings, a picture of a few pixels. By its
 * name alone it is none: a text of that name is read, and a picture in which something could be read is for a person.
 */
final class Decoration {

  private static final int FEW_PIXELS = 64 << 10;
  private static final Set<String> THUMBNAILS =
      Set.of("Thumbnails/thumbnail.png", "docProps/thumbnail.png", "docProps/thumbnail.jpeg", "docProps/thumbnail.jpg");

  private Decoration() {}

  static boolean is(String name, byte[] bytes) {
    if (THUMBNAILS.contains(name)) {
      return bytes.length <= FEW_PIXELS && (isPng(bytes) || isJpeg(bytes));
    }
    return name.contains("/printerSettings/") && name.endsWith(".bin") && Charsets.text(bytes).isEmpty();
  }

  private static boolean isPng(byte[] bytes) {
    return Archives.starts(bytes, 0x89, 'P', 'N', 'G');
  }

  private static boolean isJpeg(byte[] bytes) {
    return Archives.starts(bytes, 0xFF, 0xD8, 0xFF);
  }
}
