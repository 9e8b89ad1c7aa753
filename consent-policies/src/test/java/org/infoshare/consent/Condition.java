package org.infoshare.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * One condition in the body of a rule or a comprehension, where it stands in its file.
 *
 * @param row counted from one
 * @param start how many characters of the file come before it
 */
record Condition(String file, int row, int start, String text) {

  private static final Set<String> BINDING = Set.of("assign", "eq");

  /**
   * The conditions of a file: all expressions of its bodies, but for those that only name a value.
   */
  static List<Condition> of(String file, String content) {
    try {
      JsonNode parsed =
          PolicyJson.mapper()
              .readTree(
                  OpaBinary.run("parse", "--format=json", "--json-include=locations", file).text());
      var found = new ArrayList<Condition>();
      gather(parsed.get("rules"), file, content, found);
      return found.stream().distinct().toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as it would be if the condition always held. */
  String without(String content) {
    return text.isEmpty()
        ? content
        : content.substring(0, start) + "true" + content.substring(start + text.length());
  }

  private static void gather(JsonNode node, String file, String content, List<Condition> found) {
    if (node.isObject() && node.path("body").isArray()) {
      node.get("body").forEach(expression -> add(expression, file, content, found));
    }
    node.forEach(child -> gather(child, file, content, found));
  }

  private static void add(JsonNode expression, String file, String content, List<Condition> found) {
    JsonNode terms = expression.path("terms");
    String text =
        new String(
            Base64.getDecoder().decode(expression.at("/location/text").asText()),
            StandardCharsets.UTF_8);
    boolean declares = terms.has("symbols");
    boolean always = terms.path("type").asText().equals("boolean");
    boolean binds = BINDING.contains(terms.at("/0/value/0/value").asText());
    // The parser gives what follows an else without a condition a body of its own.
    if (declares || always || binds || text.startsWith("else")) {
      return;
    }
    int row = expression.at("/location/row").intValue();
    int start = offset(content, row) + expression.at("/location/col").intValue() - 1;
    if (!content.startsWith(text, start)) {
      throw new IllegalStateException("not where the parser says: " + file + ":" + row);
    }
    found.add(new Condition(file, row, start, text));
  }

  private static int offset(String content, int row) {
    int offset = 0;
    for (int line = 1; line < row; line++) {
      offset = content.indexOf('\n', offset) + 1;
    }
    return offset;
  }
}
