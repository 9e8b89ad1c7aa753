package org.infoshare.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One text for one meaning: keys are sorted, and so are lists, whose order says nothing in a
 * request.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(JsonNode node) {
    try {
      return PolicyJson.mapper().writeValueAsString(sorted(node));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(JsonNode node) {
    try {
      byte[] text = of(node).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var byName = new TreeMap<String, JsonNode>();
      object.properties().forEach(field -> byName.put(field.getKey(), sorted(field.getValue())));
      return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(byName));
    }
    if (node instanceof ArrayNode list) {
      var sorted = JsonNodeFactory.instance.arrayNode(list.size());
      StreamSupport.stream(list.spliterator(), false)
          .map(CanonicalJson::sorted)
          .sorted(Comparator.comparing(JsonNode::toString))
          .forEach(sorted::add);
      return sorted;
    }
    return node;
  }
}
