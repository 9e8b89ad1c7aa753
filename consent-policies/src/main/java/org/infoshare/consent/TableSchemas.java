package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The forms of the tables and of agreements: each table has one, and all must be there. */
public final class TableSchemas {

  /** The names of the tables, as the files that hold them are named. */
  public static final List<String> NAMES =
      List.of(
          "bars",
          "bases",
          "clocks",
          "confidence",
          "consent",
          "functions",
          "harm",
          "need",
          "obligations",
          "purposes",
          "texts");

  private static final Map<String, JsonSchema> TABLES = new TreeMap<>();
  private static final JsonSchema AGREEMENT = RequestSchema.load("agreement.json");

  static {
    NAMES.forEach(name -> TABLES.put(name, RequestSchema.load("tables/" + name + ".json")));
  }

  private TableSchemas() {}

  /**
   * @throws InvalidPolicyTable naming every fault, by table or agency
   */
  public static void check(Map<String, JsonNode> tables, Map<String, JsonNode> agreements) {
    var faults = new ArrayList<String>();
    TABLES.forEach((name, schema) -> faults.addAll(faults(name, schema, tables.get(name))));
    tables.keySet().stream()
        .filter(name -> !TABLES.containsKey(name))
        .forEach(name -> faults.add(name + ": no such table"));
    agreements.forEach(
        (agency, agreement) -> faults.addAll(faults("agreement " + agency, AGREEMENT, agreement)));
    if (!faults.isEmpty()) {
      throw new InvalidPolicyTable(faults);
    }
  }

  /**
   * What a table is about, for whoever changes it: one line of plain English.
   *
   * @param name one of {@link #NAMES}
   */
  public static String title(String name) {
    return TABLES.get(name).getSchemaNode().path("title").asText();
  }

  private static List<String> faults(String name, JsonSchema schema, JsonNode content) {
    if (content == null) {
      return List.of(name + ": missing");
    }
    return schema.validate(content).stream()
        .map(fault -> name + ": " + fault.getMessage())
        .sorted()
        .toList();
  }
}
