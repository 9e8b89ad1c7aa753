package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.infoshare.consent.OpaBinary;
import org.infoshare.consent.PolicyFiles;

/** The words, the numbers and the days of the tables, as IG leads wrote them. */
final class Tables {

  private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
  private static final ObjectNode ALL = read();
  private static final Map<List<String>, List<String>> LISTS = new ConcurrentHashMap<>();

  private Tables() {}

  private static ObjectNode read() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    PolicyFiles.read(OpaBinary.POLICY).tables().values().forEach(table -> all.setAll((ObjectNode) table));
    return all;
  }

  /** A table, or a part of one. */
  static JsonNode at(String... path) {
    JsonNode node = ALL;
    for (String part : path) {
      node = node.path(part);
    }
    return node;
  }

  /** A list of words. */
  static List<String> words(String... path) {
    return LISTS.computeIfAbsent(List.of(path), any -> texts(at(path)));
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::textValue).toList();
  }

  /** What stands left of the colon in each row. */
  static List<String> names(String... path) {
    return at(path).propertyStream().map(row -> row.getKey()).toList();
  }

  /** The moments from which each law is in force. */
  static Set<Long> commencements() {
    return at("commencement").valueStream()
        .map(day -> startOf(day.textValue()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static long startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ENGLAND).toEpochSecond();
  }

  static boolean dutyTeam(String function) {
    return at("functions", function, "duty_team").asBoolean(false);
  }
}
