package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.List;

/**
 * The form of a disclosure request. A field that nobody knows is a fault, and so is a segment that
 * is named twice; faults name the place and never the value.
 */
public final class RequestSchema {

  private static final JsonSchema SCHEMA = load("disclosure-request.json");
  private static final JsonSchema OWN = ofOwn();

  private RequestSchema() {}

  /**
   * Checks a request as it would be sent to the policy.
   *
   * @throws InvalidDisclosureRequest if it has any fault
   */
  public static void check(JsonNode request) {
    check(SCHEMA, request);
    var seen = new HashSet<String>();
    for (JsonNode segment : request.get("segments")) {
      if (!seen.add(segment.get("id").textValue())) {
        throw new InvalidDisclosureRequest(List.of("segments: an id stands twice"));
      }
    }
  }

  /** Checks the two parts of a request that are one recipient's own. */
  static void checkOwn(JsonNode own) {
    check(OWN, own);
  }

  private static void check(JsonSchema schema, JsonNode content) {
    List<String> faults =
        schema.validate(content).stream().map(RequestSchema::withoutValue).sorted().toList();
    if (!faults.isEmpty()) {
      throw new InvalidDisclosureRequest(faults);
    }
  }

  private static JsonSchema ofOwn() {
    ObjectNode own = SCHEMA.getSchemaNode().deepCopy();
    ((ObjectNode) own.get("properties")).retain("recipient", "releases");
    own.putArray("required").add("recipient").add("releases");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(own);
  }

  static JsonSchema load(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(RequestSchema.class.getResourceAsStream("schema/" + name));
  }

  private static String withoutValue(ValidationMessage fault) {
    String property = fault.getProperty() == null ? "" : "/" + fault.getProperty();
    return fault.getInstanceLocation() + property + " " + fault.getType();
  }
}
