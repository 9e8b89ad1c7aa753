package org.infoshare.mapping.cgl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.infoshare.mapping.WireForm;

/** JSON that follows the schemas of the service's OpenAPI document; which one, its fields say. */
public final class CglForm implements WireForm<CglDocument> {

  private final JsonSchema referral = schema(CglContract.REFERRAL);
  private final JsonSchema recall = schema(CglContract.RECALL);
  private final JsonSchema answer = schema(CglContract.REFERRAL_ANSWER);
  private final JsonSchema consent = schema(CglContract.CONSENT_STATEMENT);

  @Override
  public CglDocument read(byte[] bytes) {
    try {
      var tree = CglJson.mapper().readTree(bytes);
      if (tree.has("client")) {
        return CglJson.mapper().treeToValue(checked(tree, answer), CglReferralAnswer.class);
      }
      return tree.has("from")
          ? CglJson.mapper().treeToValue(checked(tree, referral), CglReferral.class)
          : CglJson.mapper().treeToValue(checked(tree, consent), CglConsentStatement.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public byte[] write(CglDocument document) {
    try {
      var bytes = CglJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
      checked(CglJson.mapper().readTree(bytes), document instanceof CglRecall ? recall : referral);
      return bytes;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode checked(JsonNode tree, JsonSchema schema) {
    var faults = schema.validate(tree);
    if (!faults.isEmpty()) {
      throw new AssertionError(faults.toString());
    }
    return tree;
  }

  private static JsonSchema schema(String pointer) {
    try (var in = CglForm.class.getResourceAsStream(CglContract.OPENAPI)) {
      var whole = (ObjectNode) new YAMLMapper().readTree(in);
      whole.put("$ref", "#" + pointer);
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
