package org.infoshare.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * The canonical message as JSON: what the ledger keeps. The form has a {@linkplain #VERSION
 * version}; a change that an old reader would misread gets a new one, and this class goes on
 * reading the old.
 */
public final class CanonicalJson {

  /** The version that {@link #write} writes. */
  public static final int VERSION = 1;

  private static final ObjectMapper MAPPER = mapper();

  private CanonicalJson() {}

  /**
   * A message in this form.
   *
   * @param whole what is kept
   * @param content what makes two messages the same: the canonical form without what an honest
   *     retry may change, which is the time of sending
   */
  public record Canonical(byte[] whole, byte[] content) {}

  public static Canonical of(CaseMessage message) {
    ObjectNode tree = MAPPER.valueToTree(message);
    byte[] whole = bytes(tree);
    ((ObjectNode) tree.get("envelope")).remove("sent_at");
    return new Canonical(whole, bytes(tree));
  }

  public static byte[] write(CaseMessage message) {
    return of(message).whole();
  }

  public static byte[] content(CaseMessage message) {
    return of(message).content();
  }

  /** One segment alone, in the canonical form: what proves what it said. */
  public static byte[] segment(Segment segment) {
    return bytes(segment);
  }

  /**
   * @param version the version under which the bytes were written
   * @throws IllegalArgumentException for a version that was never written
   */
  public static CaseMessage read(byte[] canonical, int version) {
    if (version != VERSION) {
      throw new IllegalArgumentException("no canonical form has version " + version);
    }
    try {
      return MAPPER.readValue(canonical, CaseMessage.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Object tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectMapper mapper() {
    var builder =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .addMixIn(CaseMessage.class, Kinds.class)
            .addMixIn(Handling.class, OnlyIfSo.class)
            .addMixIn(Risk.class, OnlyIfSo.class)
            .addMixIn(Family.class, OnlyIfSo.class)
            .addMixIn(Envelope.class, OnlyIfSo.class)
            .addMixIn(Content.class, Kinds.class);
    for (Class<?> identifier :
        List.of(
            AgencyId.class,
            CaseReference.class,
            Function.class,
            MessageId.class,
            PersonId.class,
            Personal.class,
            SegmentId.class)) {
      builder.addMixIn(identifier, OneValue.class);
    }
    builder.registerSubtypes(CaseMessage.class.getPermittedSubclasses());
    builder.registerSubtypes(Content.class.getPermittedSubclasses());
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface Kinds {}

  /** What came into the form later is absent unless it is so: what was written before stays the same. */
  private abstract static class OnlyIfSo {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean dated;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean moreDetrimental;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Informing> informing;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<LegalRequest> requestedUnder;
  }

  private abstract static class OneValue {
    @JsonValue String value;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OneValue(String value) {
      this.value = value;
    }
  }
}
