package org.infoshare.consent;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One text for one meaning: keys are sorted, and so are lists, whose order says nothing in a
 * request.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(JsonNode node) {
    var text = new StringBuilder(1024);
    write(node, text);
    return text.toString();
  }

  static String sha256(JsonNode node) {
    try {
      byte[] text = of(node).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node instanceof ObjectNode object) {
      write(object, text);
    } else if (node instanceof ArrayNode list) {
      write(list, text);
    } else if (node.isTextual()) {
      quoted(node.textValue(), text);
    } else {
      text.append(node);
    }
  }

  private static void write(ObjectNode object, StringBuilder text) {
    var byName = new TreeMap<String, JsonNode>();
    object.properties().forEach(field -> byName.put(field.getKey(), field.getValue()));
    char before = '{';
    for (Map.Entry<String, JsonNode> field : byName.entrySet()) {
      quoted(field.getKey(), text.append(before));
      write(field.getValue(), text.append(':'));
      before = ',';
    }
    text.append(byName.isEmpty() ? "{}" : "}");
  }

  /** Each element's text is made once, and sorted by: a list is as long as a message has parts. */
  private static void write(ArrayNode list, StringBuilder text) {
    char before = '[';
    for (String element :
        StreamSupport.stream(list.spliterator(), false).map(CanonicalJson::of).sorted().toList()) {
      text.append(before).append(element);
      before = ',';
    }
    text.append(list.isEmpty() ? "[]" : "]");
  }

  private static void quoted(String said, StringBuilder text) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(said, text);
    text.append('"');
  }
}
