package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.cases.Attribute.Words;

/** One value for each attribute that the kernel reads, of a message with one segment. */
record Combination(int[] values) implements Example<Combination> {

  private static final List<String> GATES =
      List.of(
          "recipient_verified",
          "purpose_compatible",
          "segment.bar",
          "segment.human_only",
          "segment.unclassified");

  private static final int SOME = 200;

  private static final JsonNode FORM = form();

  private static final List<Attribute> ATTRIBUTES =
      List.of(
          Attribute.of("risk", "amber", words("given", "risk")),
          Attribute.of("rag", "amber", words("given", "rag")),
          Attribute.of("basis", List.of(), new Words(bases())),
          Attribute.of("public_interest", false, true),
          Attribute.of("agreement", words("given", "agreement")),
          Attribute.of("recipient_is_party", true, false),
          Attribute.of("recipient_in_area", true, false),
          Attribute.of("recipient_verified", true, false),
          Attribute.of("recipient_is_duty_team", false, true),
          Attribute.of("purpose_compatible", true, false),
          Attribute.of("someone_may_be_at_risk", true, false),
          Attribute.of("informing_is_unsafe", false, true),
          Attribute.of("sender_on_watch", false, true),
          Attribute.of("circumstances", List.of(), inFours(Tables.names("circumstances"))),
          Attribute.of("segment.category", "education", words("segments", "category")),
          Attribute.of("segment.need", words("segments", "need")),
          Attribute.of("segment.consent", "not_asked", words("segments", "consent")),
          Attribute.of("segment.confidential", true, false),
          Attribute.of("segment.bar", "none", new Words(bars())),
          Attribute.of("segment.third_party", false, true),
          Attribute.of("segment.harm_linked", false, true),
          Attribute.of("segment.to_supervision", false, true),
          Attribute.of("segment.order_minimum", false, true),
          Attribute.of("segment.human_only", false, true),
          Attribute.of("segment.unclassified", false, true),
          Attribute.of(
              "segment.release",
              List.of(),
              "person",
              "two_persons",
              releases("person", "S3"),
              releases("person", "B.location"),
              releases("two_persons", "B.location", "person", "S3"),
              releases("person", "U1", "two_persons", "B.location", "person", "L5"),
              releases("person", "HR", "person", "S3", "person", "L9")));

  private static final Map<String, Integer> INDEX =
      IntStream.range(0, ATTRIBUTES.size())
          .boxed()
          .collect(Collectors.toMap(at -> ATTRIBUTES.get(at).name(), at -> at));

  /** All attributes and their values. */
  static List<Attribute> attributes() {
    return ATTRIBUTES;
  }

  /** With every triple of values. */
  static List<Combination> covering() {
    return CoveringSet.of(new Shape(ATTRIBUTES, 1, 1)).stream().map(Combination::new).toList();
  }

  /**
   * With every triple of values that no gate stops; then some of them with one gate closed, and some
   * that nothing but a claim, a consent or a person could let go.
   */
  static List<Combination> coveringPastTheGates() {
    List<Integer> open =
        IntStream.range(0, ATTRIBUTES.size())
            .filter(at -> !GATES.contains(ATTRIBUTES.get(at).name()))
            .boxed()
            .toList();
    var shape = new Shape(open.stream().map(ATTRIBUTES::get).toList(), 1, 1);
    var all = new ArrayList<Combination>();
    for (int[] values : CoveringSet.of(shape)) {
      int[] each = new int[ATTRIBUTES.size()];
      IntStream.range(0, values.length).forEach(i -> each[open.get(i)] = values[i]);
      all.add(new Combination(each));
    }
    List<Combination> some = List.copyOf(all.subList(0, SOME));
    for (int i = 0; i < SOME; i++) {
      int gate = INDEX.get(GATES.get(i % GATES.size()));
      int[] closed = some.get(i).values.clone();
      closed[gate] = 1 + i / GATES.size() % (ATTRIBUTES.get(gate).size() - 1);
      all.add(new Combination(closed));
      all.add(some.get(i).with("basis", "[]").with("public_interest", "false"));
    }
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Combination that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Combination calmed(int attribute) {
    int[] changed = values.clone();
    changed[attribute] = 0;
    return new Combination(changed);
  }

  /** The same with another value of one attribute. */
  Combination with(String attribute, String value) {
    int[] changed = values.clone();
    int at = INDEX.get(attribute);
    changed[at] = ATTRIBUTES.get(at).indexOf(value);
    return new Combination(changed);
  }

  String get(String attribute) {
    int at = INDEX.get(attribute);
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
      if (attribute.name().startsWith(Shape.PART)) {
        segment.set(attribute.name().substring(Shape.PART.length()), value);
      } else {
        given.set(attribute.name(), value);
      }
    }
    return derived;
  }

  @Override
  public String words() {
    var words = new ArrayList<String>();
    for (int at = 0; at < values.length; at++) {
      if (values[at] != 0) {
        words.add(
            "%s is %s"
                .formatted(
                    ATTRIBUTES
                        .get(at)
                        .name()
                        .replace(Shape.PART, "the segment's ")
                        .replace('_', ' '),
                    ATTRIBUTES.get(at).texts().get(values[at])));
      }
    }
    return words.isEmpty() ? "nothing special" : String.join(", ", words);
  }

  /** What each row of the table of bases gives, and each law alone; a duty and a power together. */
  private static List<List<String>> bases() {
    var bases = new ArrayList<List<String>>();
    Tables.at("bases").forEach(row -> bases.add(Tables.texts(row.path("basis"))));
    List<String> duty = Tables.words("duty");
    List<String> power = Tables.words("power");
    duty.forEach(law -> bases.add(List.of(law)));
    power.forEach(law -> bases.add(List.of(law)));
    bases.add(List.of(duty.getFirst(), power.getFirst()));
    return bases;
  }

  private static List<String> bars() {
    return Tables.at("bars").valueStream().map(row -> row.get("bar").textValue()).toList();
  }

  private static List<Map<String, String>> releases(String... byAndRule) {
    return IntStream.range(0, byAndRule.length / 2)
        .mapToObj(i -> Map.of("by", byAndRule[2 * i], "rule", byAndRule[2 * i + 1]))
        .toList();
  }

  /** The kernel looks at each for itself. */
  private static Words inFours(List<String> words) {
    return new Words(
        IntStream.range(0, (words.size() + 3) / 4)
            .mapToObj(i -> words.subList(4 * i, Math.min(words.size(), 4 * i + 4)))
            .toList());
  }

  /** All words that a worked case may have there. */
  private static Words words(String part, String name) {
    JsonNode of = FORM.get(part);
    return new Words(
        Tables.texts((of.has("items") ? of.get("items") : of).at("/properties/" + name + "/enum")));
  }

  private static JsonNode form() {
    try (InputStream form =
        PolicyJson.class.getResourceAsStream("/org/infoshare/consent/schema/cases/kernel.json")) {
      return PolicyJson.mapper().readTree(form).get("properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
