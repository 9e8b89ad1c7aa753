package org.infoshare.routes.partner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.infoshare.mapping.MalformedMessage;

/**
 * JSON documents of one partner, checked against the partner's own OpenAPI contract before anything is read from them.
 * Nesting, duplicate keys and unknown fields are refused; no refusal repeats a value that was received.
 */
final class JsonDocuments {

  private static final int DEEPEST = 40;
  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(16 * 1024 * 1024).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode contract;

  /** @param openApi the contract's place on the class path */
  JsonDocuments(String openApi) {
    try (InputStream in = JsonDocuments.class.getResourceAsStream(openApi)) {
      contract = (ObjectNode) new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("no contract at " + openApi, e);
    }
  }

  /** @param pointer of the schema in the contract, for example {@code /components/schemas/Referral} */
  JsonSchema schema(String pointer) {
    ObjectNode whole = contract.deepCopy();
    whole.put("$ref", "#" + pointer);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).pathType(PathType.JSON_POINTER).build());
  }

  /**
   * One way in which a document does not follow the contract.
   *
   * @param ofValue a single value has not the form that it should have; else something is missing, unknown or too many
   */
  record Fault(JsonPointer at, boolean ofValue) {

    private static final Set<String> OF_VALUES = Set.of("pattern", "format", "maxLength", "minLength");

    private static Fault of(ValidationMessage message, JsonNode tree) {
      var at = JsonPointer.compile(message.getInstanceLocation().toString());
      boolean ofValue =
          OF_VALUES.contains(message.getType()) || message.getType().equals("type") && tree.at(at).isValueNode();
      return new Fault(at, ofValue);
    }
  }

  /** The tree, however it follows the contract. */
  JsonNode tree(byte[] bytes) {
    return parsed(bytes);
  }

  List<Fault> faults(JsonNode tree, JsonSchema schema) {
    return schema.validate(tree).stream().map(message -> Fault.of(message, tree)).toList();
  }

  JsonNode read(byte[] bytes, JsonSchema schema) {
    JsonNode tree = parsed(bytes);
    schema.validate(tree).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new MalformedMessage(
                  MalformedMessage.Code.NOT_VALID,
                  where(fault),
                  words(fault.getType()) + " (" + fault.getType() + ")");
            });
    return tree;
  }

  /** Refuses what is no JSON, has a key twice or is nested too deep; who reads it does not see to that. */
  static void wellFormed(byte[] bytes) {
    parsed(bytes);
  }

  private static String where(ValidationMessage fault) {
    String at = fault.getInstanceLocation().toString();
    return fault.getProperty() == null || "additionalProperties".equals(fault.getType()) || "unevaluatedProperties".equals(fault.getType())
        ? at
        : at + "/" + fault.getProperty();
  }

  private static String words(String keyword) {
    return switch (keyword) {
      case "pattern", "format", "maxLength", "minLength", "enum", "type" ->
          "has not the form that the contract gives for it; mend it, or leave it out if it may be";
      case "required", "minItems" -> "is missing, and the contract asks for it";
      case "additionalProperties", "unevaluatedProperties" -> "the contract has no such field here; compare its name and place";
      case "maxItems" -> "stands there more often than the contract takes";
      default -> "does not follow the contract";
    };
  }

  private static JsonNode parsed(byte[] bytes) {
    try {
      JsonNode tree = STRICT.readTree(bytes);
      if (tree.isMissingNode()) {
        throw new MalformedMessage(MalformedMessage.Code.NOT_WELL_FORMED, "", "the body is empty: send one JSON document");
      }
      return tree;
    } catch (StreamConstraintsException limit) {
      throw new MalformedMessage(
          MalformedMessage.Code.NESTED_TOO_DEEP, "", "nested deeper than " + DEEPEST + ", or a value is too long");
    } catch (JsonProcessingException broken) {
      boolean twice = broken.getOriginalMessage().startsWith("Duplicate field");
      throw new MalformedMessage(
          twice ? MalformedMessage.Code.DUPLICATE_KEY : MalformedMessage.Code.NOT_WELL_FORMED,
          "",
          (twice ? "a key stands twice in one object" : "not JSON") + place(broken));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException broken) {
    var at = broken.getLocation();
    return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
