package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Stream;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.words.Word;

/**
 * One thing that a policy looks at, and all that it can be.
 *
 * @param values the harmless one first
 * @param texts the same as they are read
 */
record Attribute(String name, List<JsonNode> values, List<String> texts) {

  /** For what is not said at all. */
  static final String ABSENT = "not told";

  /** Values one by one, in lists of words or as a vocabulary; what is named twice counts once. */
  static Attribute of(String name, Object... values) {
    List<JsonNode> nodes =
        Stream.of(values).flatMap(Attribute::each).<JsonNode>map(Attribute::json).distinct().toList();
    return new Attribute(name, nodes, nodes.stream().map(Attribute::text).toList());
  }

  int size() {
    return values.size();
  }

  int indexOf(String value) {
    int at = texts.indexOf(value);
    if (at < 0) {
      throw new IllegalArgumentException(name + " is never " + value);
    }
    return at;
  }

  private static Stream<?> each(Object value) {
    return switch (value) {
      case Word[] words -> Stream.of(words).map(Word::word);
      case Words words -> words.all().stream();
      default -> Stream.of(value);
    };
  }

  private static JsonNode json(Object value) {
    return value instanceof String text
        ? TextNode.valueOf(text)
        : PolicyJson.mapper().valueToTree(value);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** Words of a table, each of which is a value. */
  record Words(List<?> all) {}
}
