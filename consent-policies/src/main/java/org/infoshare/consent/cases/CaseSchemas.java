package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The two forms of a worked case. */
final class CaseSchemas {

  private static final JsonSchema KERNEL = load("kernel.json");
  private static final JsonSchema DERIVE = load("derive.json");

  private CaseSchemas() {}

  static List<String> faults(boolean derive, JsonNode written) {
    return (derive ? DERIVE : KERNEL)
        .validate(written).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  private static JsonSchema load(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            CaseSchemas.class.getResourceAsStream("/org/infoshare/consent/schema/cases/" + name));
  }
}
