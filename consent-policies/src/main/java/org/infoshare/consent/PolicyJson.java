package org.infoshare.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How requests and decisions are written: snake case, times in whole seconds since 1970, what is
 * absent left out, and a field that nobody knows is an error.
 */
public final class PolicyJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new SecondsWriter())
                  .addDeserializer(Instant.class, new SecondsReader()))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private PolicyJson() {}

  /**
   * The mapper for {@link DisclosureRequest} and {@link Decision}, for storing and reading them.
   */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Tables or agreements by their names, as {@link PolicyBundle} takes them. */
  public static Map<String, JsonNode> byName(JsonNode all) {
    return all.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static ObjectNode tree(DisclosureRequest request) {
    return MAPPER.valueToTree(request);
  }

  private static final class SecondsWriter extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1L;

    SecondsWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(moment.getEpochSecond());
    }
  }

  private static final class SecondsReader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    SecondsReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Instant.ofEpochSecond(json.getLongValue());
    }
  }
}
