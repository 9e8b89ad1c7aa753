package org.infoshare.routes.road;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What a text says once percent signs, entities, quoted-printable, escapes and mark-up in it are read. */
final class Decoded {

  private static final int LAYERS = 4;
  private static final Pattern PERCENT = Pattern.compile("(?:%\\p{XDigit}{2})+");
  private static final Pattern QUOTED = Pattern.compile("=\\r?\\n|(?:=\\p{XDigit}{2})+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})|\\\\[nrt]");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private Decoded() {}

  /**
   * The readings that differ from the text, the last one being the plainest; mostly none. An equals sign may begin a character or
   * only stand before a number, so what has one is read in both ways.
   */
  static List<String> readings(String text) {
    var readings = new ArrayList<String>();
    if (text.indexOf('=') >= 0 && QUOTED.matcher(text).find()) {
      layers(text, false, readings);
    }
    layers(text, true, readings);
    return readings;
  }

  private static void layers(String text, boolean quoted, List<String> readings) {
    String read = text;
    for (int i = 0; i < LAYERS; i++) {
      String plainer = layer(read, quoted);
      if (plainer.equals(read)) {
        break;
      }
      readings.add(plainer);
      read = plainer;
    }
  }

  private static String layer(String text, boolean quoted) {
    String read = text;
    if (quoted && read.indexOf('=') >= 0) {
      read = QUOTED.matcher(read).replaceAll(found -> literally(bytes(found.group())));
    }
    if (read.indexOf('%') >= 0) {
      read = PERCENT.matcher(read).replaceAll(percent -> literally(bytes(percent.group())));
    }
    if (read.indexOf('\\') >= 0) {
      read = ESCAPE.matcher(read).replaceAll(Decoded::escaped);
    }
    if (read.indexOf('<') >= 0) {
      read = TAG.matcher(read).replaceAll("");
    }
    return read.indexOf('&') >= 0 ? Parser.unescapeEntities(read, false) : read;
  }

  private static String escaped(MatchResult escape) {
    return escape.group(1) == null ? " " : literally(Character.toString((char) Integer.parseInt(escape.group(1), 16)));
  }

  private static String literally(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static String bytes(String encoded) {
    if (encoded.indexOf('\n') >= 0) {
      return "";
    }
    var bytes = ByteBuffer.allocate(encoded.length() / 3);
    for (int i = 0; i < encoded.length(); i += 3) {
      bytes.put((byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }
}
