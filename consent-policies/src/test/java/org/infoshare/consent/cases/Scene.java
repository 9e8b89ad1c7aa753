package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A whole message as the policy is asked about it: with two recipients and three parts, each part
 * about a person of its own.
 *
 * @param values of each attribute of the message, of each recipient and of each part
 * @param recipients which of the recipients are asked about
 * @param parts which of the parts it has
 * @param later how many seconds later it is asked, everything else being as it was
 * @param turn the moment around which it is set, at which a law comes into force
 */
record Scene(int[] values, List<Integer> recipients, List<Integer> parts, long later, long turn)
    implements Example<Scene> {

  static final Shape SHAPE = new Shape(SceneAttributes.ALL, 2, 3);

  private static final int[] PLACES = SHAPE.places();
  private static final Map<String, Integer> INDEX =
      IntStream.range(0, SceneAttributes.ALL.size())
          .boxed()
          .collect(Collectors.toMap(at -> SceneAttributes.ALL.get(at).name(), at -> at));

  private static final Map<String, String> GATES =
      Map.of(
          "objection_art21", "false",
          "more_detrimental", "false",
          "recipient.verified", "true",
          "segment.match", "certain",
          "at_risk", "somebody",
          "evidence", "true",
          "sender_role", SceneAttributes.MAY_CLAIM,
          "segment.identifiers_conflict", "false");

  static Scene of(int[] values) {
    return new Scene(
        values,
        IntStream.range(0, SHAPE.recipients()).boxed().toList(),
        IntStream.range(0, SHAPE.parts()).boxed().toList(),
        0,
        Tables.startOf(SceneAgreements.TURN));
  }

  /** With every triple of values, for some recipient and some part. */
  static List<Scene> covering() {
    return CoveringSet.of(SHAPE).stream().map(Scene::of).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scene that
        && later == that.later
        && turn == that.turn
        && Arrays.equals(values, that.values)
        && recipients.equals(that.recipients)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(values) + recipients.hashCode()) + parts.hashCode();
  }

  /** Recipients and parts can be left out, and every value can be a harmless one. */
  @Override
  public int size() {
    return SHAPE.recipients() + SHAPE.parts() + values.length;
  }

  @Override
  public Scene calmed(int thing) {
    if (thing < SHAPE.recipients()) {
      return new Scene(values, without(recipients, thing), parts, later, turn);
    }
    if (thing < SHAPE.recipients() + SHAPE.parts()) {
      return new Scene(values, recipients, without(parts, thing - SHAPE.recipients()), later, turn);
    }
    int[] changed = values.clone();
    changed[thing - SHAPE.recipients() - SHAPE.parts()] = 0;
    return new Scene(changed, recipients, parts, later, turn);
  }

  private static List<Integer> without(List<Integer> some, Integer one) {
    return some.size() == 1 ? some : some.stream().filter(other -> !other.equals(one)).toList();
  }

  /** The same with another value of one attribute, for every recipient and every part. */
  Scene with(String attribute, String value) {
    int a = INDEX.get(attribute);
    int[] changed = values.clone();
    Arrays.fill(changed, PLACES[a], PLACES[a + 1], SceneAttributes.ALL.get(a).indexOf(value));
    return new Scene(changed, recipients, parts, later, turn);
  }

  /** The same with another value of one attribute, for one recipient or one part. */
  Scene with(String attribute, int place, String value) {
    int a = INDEX.get(attribute);
    int[] changed = values.clone();
    changed[PLACES[a] + place] = SceneAttributes.ALL.get(a).indexOf(value);
    return new Scene(changed, recipients, parts, later, turn);
  }

  /**
   * The same with nothing that a gate would stop for sure: a purpose that may be asked of this
   * gateway, recipients that have business with it, the first under an agreement, and nobody in doubt. All parts but the last are
   * about a person of the message, and of a category that the first recipient may learn.
   */
  Scene pastTheGates() {
    List<String> purposes =
        Tables.names("purposes").stream()
            .filter(one -> !Tables.words("human_only_purposes").contains(one))
            .toList();
    String purpose = any(purposes, "purpose", 0);
    Scene open = with("purpose", purpose);
    for (Map.Entry<String, String> gate : GATES.entrySet()) {
      open = open.with(gate.getKey(), gate.getValue());
    }
    open = open.with("recipient.agency", 0, "everybody").with("recipient.areas", 0, "[]");
    for (int one : recipients) {
      String function = any(Tables.words("purposes", purpose), "recipient.function", one);
      open = open.with("recipient.function", one, function);
    }
    String function = open.get("recipient.function");
    var learned = new ArrayList<>(Tables.words("need", purpose, function, "need"));
    learned.addAll(Tables.words("need", purpose, function, "may"));
    for (int part : parts.subList(0, parts.size() - 1)) {
      open =
          open.with("segment.about", part, "me")
              .with("segment.restrictions", part, "[]")
              .with("segment.category", part, any(learned, "segment.category", part));
    }
    return open;
  }

  private String any(List<String> words, String attribute, int place) {
    return words.get(values[PLACES[INDEX.get(attribute)] + place] % words.size());
  }

  /** The same for one recipient alone. */
  Scene alone(int recipient) {
    return new Scene(values, List.of(recipient), parts, later, turn);
  }

  /** The same with everything in another order. */
  Scene turned() {
    return new Scene(values, recipients.reversed(), parts.reversed(), later, turn);
  }

  /** The same, so many seconds later. */
  Scene later(long seconds) {
    return new Scene(values, recipients, parts, later + seconds, turn);
  }

  /** The same around another moment. */
  Scene around(long moment) {
    return new Scene(values, recipients, parts, later, moment);
  }

  /** When it is set. */
  long now() {
    return turn + SceneAttributes.SET.get(get("it"));
  }

  JsonNode value(String attribute, int place) {
    int a = INDEX.get(attribute);
    return SceneAttributes.ALL.get(a).values().get(values[PLACES[a] + place]);
  }

  String get(String attribute) {
    return get(attribute, 0);
  }

  String get(String attribute, int place) {
    int a = INDEX.get(attribute);
    return SceneAttributes.ALL.get(a).texts().get(values[PLACES[a] + place]);
  }

  boolean is(String attribute, String value) {
    return get(attribute).equals(value);
  }

  /** As the policy reads it: a message, and what is each recipient's own. */
  ObjectNode asked() {
    return new SceneRequest(this).asked();
  }

  @Override
  public String words() {
    var words = new ArrayList<String>();
    for (int a = 0; a < SceneAttributes.ALL.size(); a++) {
      Attribute attribute = SceneAttributes.ALL.get(a);
      String name = attribute.name();
      List<Integer> places =
          name.startsWith(Shape.RECIPIENT)
              ? recipients
              : name.startsWith(Shape.PART) ? parts : List.of(0);
      for (int place : places) {
        int value = values[PLACES[a] + place];
        if (value != 0) {
          words.add("%s is %s".formatted(name(name, places, place), attribute.texts().get(value)));
        }
      }
    }
    return words.isEmpty() ? "nothing is special" : String.join(", ", words);
  }

  private static String name(String name, List<Integer> places, int place) {
    String which = places.size() == 1 ? "the" : "the " + List.of("first", "second", "third").get(place);
    return name.replace(Shape.RECIPIENT, which + " recipient's ")
        .replace(Shape.PART, which + " part's ")
        .replace('_', ' ')
        .replace('.', ' ');
  }
}
