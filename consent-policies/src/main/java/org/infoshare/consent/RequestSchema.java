package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
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

  private RequestSchema() {}

  /**
   * Checks a request as it would be sent to the policy.
   *
   * @throws InvalidDisclosureRequest if it has any fault
   */
  public static void check(JsonNode request) {
    List<String> faults =
        SCHEMA.validate(request).stream().map(RequestSchema::withoutValue).sorted().toList();
    if (!faults.isEmpty()) {
      throw new InvalidDisclosureRequest(faults);
    }
    var seen = new HashSet<String>();
    for (JsonNode segment : request.get("segments")) {
      if (!seen.add(segment.get("id").textValue())) {
        throw new InvalidDisclosureRequest(List.of("segments: an id stands twice"));
      }
    }
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
