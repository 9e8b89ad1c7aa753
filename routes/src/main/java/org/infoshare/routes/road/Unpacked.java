package org.infoshare.routes.road;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Everything that a reader could read in a finished document: fields, attributes, names of fields, and what is packed in them. */
final class Unpacked {

  /**
   * One readable piece.
   *
   * @param unreadable something is there that cannot be looked into
   * @param readOn a reader who goes on reading comes to the next piece: fields, but not the names of fields
   */
  record Text(String where, String text, boolean unreadable, boolean readOn) {

    Text(String where, String text, boolean unreadable) {
      this(where, text, unreadable, true);
    }
  }

  private static final Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/]{4}|\\s){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\\s*");
  private static final int SHORTEST_PACKED = 96;
  private static final JsonFactory JSON = new JsonFactory();
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XML.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private final List<Text> texts = new ArrayList<>();

  private Unpacked() {}

  static List<Text> of(String mediaType, byte[] document) {
    var unpacked = new Unpacked();
    try {
      if (mediaType.contains("json")) {
        unpacked.json(document);
      } else if (mediaType.contains("xml")) {
        unpacked.xml(document);
      } else if (mediaType.startsWith("text/")) {
        unpacked.plain("", document);
      } else {
        unpacked.texts.add(new Text("", "", true));
      }
    } catch (IOException | XMLStreamException broken) {
      unpacked.texts.add(new Text("", "", true));
    }
    return unpacked.texts;
  }

  private void json(byte[] document) throws IOException {
    try (JsonParser parser = JSON.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          value(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
        } else if (token == JsonToken.FIELD_NAME) {
          texts.add(new Text(parser.getParsingContext().pathAsPointer().toString(), parser.currentName(), false, false));
        }
      }
    }
  }

  private void xml(byte[] document) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(document));
    var path = new ArrayDeque<String>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            value(where(path) + "/@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> path.removeLast();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.COMMENT -> value(where(path), reader.getText());
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> value(where(path), reader.getPIData());
        default -> {}
      }
    }
  }

  private static String where(Iterable<String> path) {
    return "/" + String.join("/", path);
  }

  private void value(String where, String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    texts.add(new Text(where, text, false));
    if (text.length() >= 16 && BASE64.matcher(text).matches()) {
      packed(where + " (decoded)", Base64.getMimeDecoder().decode(text));
    }
  }

  private void packed(String where, byte[] bytes) {
    int before = texts.size();
    plain(where, bytes);
    // A long word that happens to be spelt like base64 decodes to noise; a packed document is longer than that.
    if (bytes.length < SHORTEST_PACKED && texts.getLast().unreadable()) {
      texts.subList(before, texts.size()).clear();
    }
  }

  private void plain(String where, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean packed = text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c));
      texts.add(new Text(where, packed ? "" : text, packed));
    } catch (CharacterCodingException notText) {
      texts.add(new Text(where, "", true));
    }
  }
}
