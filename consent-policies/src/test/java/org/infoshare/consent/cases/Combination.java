package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infoshare.consent.PolicyYaml;

/** One value for each attribute that the kernel reads, of a message with one segment. */
record Combination(int[] values) {

  private static final String SEGMENT = "segment.";

  private static final List<String> GATES =
      List.of(
          "recipient_verified",
          "purpose_compatible",
          "segment.bar",
          "segment.human_only",
          "segment.unclassified");

  /** All attributes and their values, the harmless one first. */
  private static final List<Attribute> ATTRIBUTES =
      attributes(
          """
          risk: [amber, green, red, immediate, red_stale, immediate_unsupported, unknown]
          rag: [amber, green, red, red_stale, unknown]
          basis: [[], [CA2004_16LA], [CA1989_17], [CA2004_16LA, CA1989_17], [pre_birth_procedures]]
          public_interest: [false, true]
          agreement: [active, expired, suspended, none]
          recipient_is_party: [true, false]
          recipient_in_area: [true, false]
          recipient_verified: [true, false]
          recipient_is_duty_team: [false, true]
          purpose_compatible: [true, false]
          someone_may_be_at_risk: [true, false]
          informing_is_unsafe: [false, true]
          sender_on_watch: [false, true]
          circumstances: [[], [abuser_known], [more_detrimental, unborn]]
          segment.category: [education, identity, location, risk_statement, mental_health,
            substance_content, unclassified]
          segment.need: [need, may, never, unknown]
          segment.consent: [not_asked, given, refused, refused_competent, withdrawn, expired,
            scope_mismatch, not_asked_unsafe, coerced, no_authority, conflict]
          segment.confidential: [true, false]
          segment.bar: [none, location, referrer_identity, court_order]
          segment.third_party: [false, true]
          segment.harm_linked: [false, true]
          segment.to_supervision: [false, true]
          segment.order_minimum: [false, true]
          segment.human_only: [false, true]
          segment.unclassified: [false, true]
          segment.release: [[], person, two_persons, [{by: person, rule: S3}],
            [{by: person, rule: U1}, {by: two_persons, rule: B.location}, {by: person, rule: L5}]]
          """);

  @Override
  public boolean equals(Object other) {
    return other instanceof Combination that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  private static final Map<String, Integer> INDEX =
      IntStream.range(0, ATTRIBUTES.size())
          .boxed()
          .collect(Collectors.toMap(at -> ATTRIBUTES.get(at).name(), at -> at));

  static List<Attribute> attributes() {
    return ATTRIBUTES;
  }

  static Combination random(SplittableRandom random) {
    return new Combination(
        ATTRIBUTES.stream().mapToInt(one -> random.nextInt(one.values().size())).toArray());
  }

  /** The same with another value of one attribute. */
  Combination with(String attribute, String value) {
    int[] changed = values.clone();
    int at = index(attribute);
    changed[at] = ATTRIBUTES.get(at).indexOf(value);
    return new Combination(changed);
  }

  /** The same with the harmless value of one attribute. */
  Combination calmed(int attribute) {
    int[] changed = values.clone();
    changed[attribute] = 0;
    return new Combination(changed);
  }

  /** The same with nothing that a gate would stop. */
  Combination pastTheGates() {
    Combination past = this;
    for (String gate : GATES) {
      past = past.calmed(index(gate));
    }
    return past;
  }

  String get(String attribute) {
    int at = index(attribute);
    return ATTRIBUTES.get(at).texts().get(values[at]);
  }

  boolean is(String attribute, String value) {
    return get(attribute).equals(value);
  }

  /** As the kernel reads it. */
  ObjectNode derived() {
    ObjectNode derived = JsonNodeFactory.instance.objectNode();
    ObjectNode given = derived.putObject("given");
    ObjectNode segment = derived.putArray("segments").addObject().put("id", "s");
    for (int at = 0; at < values.length; at++) {
      Attribute attribute = ATTRIBUTES.get(at);
      JsonNode value = attribute.values().get(values[at]);
      if (attribute.name().startsWith(SEGMENT)) {
        segment.set(attribute.name().substring(SEGMENT.length()), value);
      } else {
        given.set(attribute.name(), value);
      }
    }
    return derived;
  }

  /** What is not harmless about it, in words. */
  String words() {
    var words = new ArrayList<String>();
    for (int at = 0; at < values.length; at++) {
      if (values[at] != 0) {
        words.add(
            "%s is %s"
                .formatted(
                    ATTRIBUTES.get(at).name().replace(SEGMENT, "the segment's ").replace('_', ' '),
                    ATTRIBUTES.get(at).texts().get(values[at])));
      }
    }
    return words.isEmpty() ? "nothing special" : String.join(", ", words);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static int index(String attribute) {
    return INDEX.get(attribute);
  }

  private static List<Attribute> attributes(String yaml) {
    var attributes = new ArrayList<Attribute>();
    for (Map.Entry<String, JsonNode> line : PolicyYaml.read(yaml).properties()) {
      var values = new ArrayList<JsonNode>();
      line.getValue().forEach(values::add);
      attributes.add(
          new Attribute(line.getKey(), values, values.stream().map(Combination::text).toList()));
    }
    return List.copyOf(attributes);
  }

  record Attribute(String name, List<JsonNode> values, List<String> texts) {

    int indexOf(String value) {
      int at = texts.indexOf(value);
      if (at < 0) {
        throw new IllegalArgumentException(name + " is never " + value);
      }
      return at;
    }
  }
}
