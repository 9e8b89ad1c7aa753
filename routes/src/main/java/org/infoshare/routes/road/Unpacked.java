package org.infoshare.routes.road;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Everything that a reader could read in a finished document: fields, attributes, names of fields, and what is packed in
 * them, within limits of depth, size and number. What is none of what it knows is unreadable.
 */
final class Unpacked {

  /**
   * One readable piece.
   *
   * @param unreadable something is there that cannot be looked into
   * @param readOn a reader who goes on reading comes to the next piece: fields, but not the names of fields
   */
  record Text(String where, String text, boolean unreadable, boolean readOn) {}

  static final int DEEPEST = 8;
  static final int MOST_PIECES = 200_000;
  static final long MOST_BYTES = 64L << 20;

  private static final int SHORTEST_PACKED = 96;
  private static final Pattern PACKED_RUN = Pattern.compile("[A-Za-z0-9+/_-]{20,}={0,2}");
  private static final Pattern MAIL = Pattern.compile("(?i)\\A(?:[\\w-]+:.*\\R(?:[ \\t].*\\R)*)*(?:from|to|subject|received|mime-version|content-type):");
  private static final Pattern RICH_TEXT = Pattern.compile("\\\\'\\p{XDigit}{2}|\\\\[a-z]+-?\\d* ?|[{}]|\\\\\\W");
  private static final JsonFactory JSON = new JsonFactory();
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XML.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private final List<Text> texts = new ArrayList<>();
  private long bytesLeft = MOST_BYTES;

  private Unpacked() {}

  static List<Text> of(String mediaType, byte[] document) {
    var unpacked = new Unpacked();
    try {
      if (mediaType.contains("json")) {
        unpacked.json("", document, 0);
      } else if (mediaType.contains("xml")) {
        unpacked.xml("", document, 0);
      } else {
        unpacked.content("", document, 0);
      }
    } catch (IOException | XMLStreamException broken) {
      unpacked.unreadable("");
    }
    return unpacked.texts;
  }

  void unreadable(String where) {
    texts.add(new Text(where, "", true, false));
  }

  /** A text that stands for itself: the next piece is no continuation of it. */
  void aside(String where, String text) {
    texts.add(new Text(where, text, false, false));
    for (String reading : Decoded.readings(text)) {
      texts.add(new Text(where, reading, false, false));
    }
  }

  /** Bytes of whatever kind: what they are is seen from themselves, never from a name or a label. */
  void content(String where, byte[] bytes, int depth) {
    bytesLeft -= bytes.length;
    if (depth > DEEPEST || bytesLeft < 0 || texts.size() > MOST_PIECES) {
      unreadable(where + " (too large or too deep)");
      return;
    }
    if (Archives.isGzip(bytes)) {
      Archives.gzip(bytes, bytesLeft).ifPresentOrElse(inner -> content(where, inner, depth + 1), () -> unreadable(where));
    } else if (Archives.isZip(bytes)) {
      Archives.zip(this, where, bytes, bytesLeft, depth);
    } else if (Documents.isDocument(bytes)) {
      Documents.read(this, where, bytes, depth);
    } else {
      Charsets.text(bytes).ifPresentOrElse(text -> plain(where, text, depth), () -> unreadable(where));
    }
  }

  private void plain(String where, String text, int depth) {
    String start = text.stripLeading();
    if (start.startsWith("{\\rtf")) {
      aside(where, RICH_TEXT.matcher(text).replaceAll(""));
      Documents.read(this, where, text.getBytes(StandardCharsets.ISO_8859_1), depth);
    } else if (start.startsWith("{") || start.startsWith("[") || start.startsWith("<")) {
      structured(where, text, depth);
    } else {
      if (MAIL.matcher(text.substring(0, Math.min(text.length(), 4000))).lookingAt()) {
        Documents.mail(this, where, text.getBytes(StandardCharsets.UTF_8), depth);
      }
      value(where, text, depth);
    }
  }

  private void structured(String where, String text, int depth) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int before = texts.size();
    try {
      if (text.stripLeading().startsWith("<")) {
        xml(where, bytes, depth + 1);
      } else {
        json(where, bytes, depth + 1);
      }
    } catch (IOException | XMLStreamException neither) {
      texts.subList(before, texts.size()).clear();
    }
    value(where, text, depth + 1);
  }

  private void json(String at, byte[] document, int depth) throws IOException {
    var names = new HashSet<String>();
    try (JsonParser parser = JSON.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && names.add(parser.currentName())) {
          aside(at + parser.getParsingContext().getParent().pathAsPointer(), parser.currentName());
        } else if (token.isScalarValue()) {
          value(at + parser.getParsingContext().pathAsPointer(), parser.getText(), depth);
        }
      }
    }
  }

  private void xml(String at, byte[] document, int depth) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(document));
    var path = new ArrayDeque<String>();
    var names = new HashSet<String>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          names.add(reader.getLocalName());
          names.add(Optional.ofNullable(reader.getNamespaceURI()).orElse(""));
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
            value(where(at, path) + "/@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i), depth);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> path.removeLast();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> value(where(at, path), reader.getText(), depth);
        case XMLStreamConstants.COMMENT -> aside(where(at, path), reader.getText());
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            aside(where(at, path), reader.getPITarget() + " " + Optional.ofNullable(reader.getPIData()).orElse(""));
        // Entities of the document's own could say anything.
        case XMLStreamConstants.ENTITY_REFERENCE -> unreadable(where(at, path));
        default -> {}
      }
    }
    names.forEach(name -> aside(at, name));
  }

  private static String where(String at, Iterable<String> path) {
    return at + "/" + String.join("/", path);
  }

  void value(String where, String text, int depth) {
    if (text == null || text.isBlank()) {
      return;
    }
    List<String> readings = Decoded.readings(text);
    texts.add(new Text(where, text, false, readings.isEmpty()));
    for (int i = 0; i < readings.size(); i++) {
      texts.add(new Text(where, readings.get(i), false, i == readings.size() - 1));
    }
    if (text.length() >= 16) {
      String bare = text.indexOf('\n') < 0 && text.indexOf(' ') < 0 ? text : text.replaceAll("\\s", "");
      if (isBase64(bare)) {
        packed(where + " (decoded)", bare, depth, bare.length() * 3 / 4 >= SHORTEST_PACKED);
      } else if (depth < DEEPEST) {
        PACKED_RUN.matcher(text.indexOf('\n') < 0 ? text : text.replaceAll("(?<=[A-Za-z0-9+/]{60})\\R(?=[A-Za-z0-9+/=])", "")).results()
            .forEach(run -> packed(where + " (decoded)", run.group(), depth, false));
        nested(where, text, depth);
      }
    }
  }

  private void nested(String where, String text, int depth) {
    String start = text.stripLeading();
    if (depth == 0 && (start.startsWith("{") || start.startsWith("[") || start.startsWith("<"))) {
      structured(where, text, depth);
    }
  }

  private static boolean isBase64(String text) {
    return text.length() % 4 == 0 && PACKED_RUN.matcher(text).matches();
  }

  /** A word, an id or a hash that happens to be spelt like base64 decodes to noise; a packed document is longer than that. */
  private void packed(String where, String base64, int depth, boolean surelyPacked) {
    byte[] bytes = Base64.getMimeDecoder().decode(unpadded(base64.replace('-', '+').replace('_', '/')));
    boolean known = Archives.isGzip(bytes) || Archives.isZip(bytes) || Documents.isDocument(bytes);
    if (surelyPacked || known || Charsets.text(bytes).isPresent()) {
      content(where, bytes, depth + 1);
    }
  }

  private static String unpadded(String base64) {
    String bare = base64.replace("=", "");
    return bare.length() % 4 == 1 ? bare.substring(0, bare.length() - 1) : bare;
  }
}
