package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.Circumstances;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.CourtOrder;
import org.infoshare.consent.words.HarmType;
import org.infoshare.consent.words.Match;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.RelationKind;
import org.infoshare.consent.words.Standing;
import org.infoshare.consent.words.Word;

/**
 * Requests about an invented family of four, each different, with every clock near its boundary.
 */
final class RandomRequests {

  static final long NOW = 1_795_312_345L;

  private static final long DAY = 86_400L;
  private static final List<String> PERSONS = List.of("p1", "p2", "p3", "p4");
  private static final List<Long> BOUNDARIES =
      List.of(-1L, 0L, 1L, DAY - 1, DAY, DAY + 1, 28 * DAY - 1, 28 * DAY, 28 * DAY + 1);

  /** What most messages are about. */
  private static final List<Category> COMMON =
      List.of(
          Category.IDENTITY,
          Category.LOCATION,
          Category.RISK_STATEMENT,
          Category.SUBSTANCE_ENGAGEMENT,
          Category.OFFENCE);

  private static final List<PersonType> FAMILY =
      List.of(
          PersonType.INDEX_CHILD,
          PersonType.PARENT,
          PersonType.VICTIM,
          PersonType.ALLEGED_PERPETRATOR);

  /** Which functions may be sent what, by the table; in a fixed order. */
  private static final SortedMap<String, List<String>> FUNCTIONS = functions();

  private final SplittableRandom random;

  RandomRequests(long seed) {
    random = new SplittableRandom(seed);
  }

  DisclosureRequest next() {
    ObjectNode tree = Requests.tree();
    tree.put("now", NOW);
    String purpose = rarely() ? word(Purpose.values()) : one(List.copyOf(FUNCTIONS.keySet()));
    List<String> functions = FUNCTIONS.getOrDefault(purpose, List.of("csc_duty"));
    tree.withObject("/message")
        .put("kind", rarely() ? word(MessageKind.values()) : MessageKind.CONCERN.word())
        .put("purpose", purpose)
        .put("objection_art21", rarely());
    tree.withObject("/sender")
        .put("kind", word(AgencyKind.values()))
        .put("under_16LA", !rarely())
        .put("public_authority", random.nextBoolean());
    ObjectNode recipient = tree.withObject("/recipient");
    recipient
        .put("kind", word(AgencyKind.values()))
        .put("function", rarely() ? "school_dsl" : one(functions))
        .put("agency", rarely() ? "nobody" : "everybody")
        .put("verified", !rarely());
    if (random.nextBoolean()) {
      recipient.remove("links");
    }
    persons(tree.putObject("persons"));
    relations(tree.putArray("relations"));
    consents(tree.putArray("consents"));
    risk(tree.putObject("risk"));
    segments(tree.putArray("segments"));
    releases(tree.putArray("releases"));
    return Requests.read(tree);
  }

  /** An agreement with everybody about everything, so that other rules are reached. */
  static ObjectNode agreement() {
    ObjectNode agreement =
        (ObjectNode)
            PolicyYaml.read(
                "{name: Everybody, reference: ISA-INVENTED, from: 2020-01-01, until: 2030-12-31}");
    var functions = agreement.putArray("functions");
    FUNCTIONS.values().stream().flatMap(List::stream).distinct().forEach(functions::add);
    FUNCTIONS.keySet().forEach(agreement.putArray("purposes")::add);
    return agreement;
  }

  private void persons(ObjectNode persons) {
    for (String person : PERSONS.subList(0, 3)) {
      persons
          .putObject(person)
          .put("type", rarely() ? word(PersonType.values()) : one(FAMILY).word())
          .put("match", rarely() ? Match.POSSIBLE.word() : Match.CERTAIN.word())
          .put("location_protected", rarely());
    }
  }

  private void relations(ArrayNode relations) {
    for (int i = random.nextInt(4); i > 0; i--) {
      relations
          .addObject()
          .put("a", one(PERSONS))
          .put("rel", word(RelationKind.values()))
          .put("b", one(PERSONS));
    }
  }

  private void consents(ArrayNode consents) {
    for (int i = random.nextInt(4); i > 0; i--) {
      String subject = one(PERSONS);
      consents
          .addObject()
          .put("subject", subject)
          .put("kind", "confidentiality")
          .put("state", word(ConsentState.values()))
          .put("giver", rarely() ? one(PERSONS) : subject)
          .put("authority", rarely() ? word(Authority.values()) : Authority.SELF.word())
          .put("at", NOW - one(BOUNDARIES))
          .put("expires", NOW + one(List.of(-1L, 0L, 1L, DAY, DAY, DAY)))
          .put("competent_minor", rarely())
          .put("circumstances", word(Circumstances.values()))
          .put("coercion", rarely() ? word(Coercion.values()) : Coercion.NONE.word());
    }
  }

  private void risk(ObjectNode risk) {
    risk.put("rag", word(Rag.values()))
        .put("immediate", random.nextBoolean())
        .put("evidence", random.nextBoolean())
        .put("assessed_at", NOW - one(BOUNDARIES));
    risk.putArray("to").add(one(PERSONS));
    risk.putArray("from").add(one(PERSONS));
    risk.putArray("harm").add(word(HarmType.values()));
  }

  private void segments(ArrayNode segments) {
    for (int i = 1; i <= 4; i++) {
      segments
          .addObject()
          .put("id", "s" + i)
          .put("category", random.nextBoolean() ? word(Category.values()) : one(COMMON).word())
          .put("about", rarely() ? "p4" : one(PERSONS.subList(0, 3)))
          .put("places", rarely())
          .put("standing", word(Standing.values()))
          .put("order", word(CourtOrder.values()));
    }
  }

  private void releases(ArrayNode releases) {
    for (String rule : List.of("U1", "L5", "B.location", "S3")) {
      if (rarely()) {
        releases
            .addObject()
            .put("segment", "s1")
            .put("rule", rule)
            .put("by", "duty-manager-1")
            .put("second", "da-lead-1")
            .put("role", "duty_manager")
            .put("reason", "invented")
            .put("at", NOW - one(BOUNDARIES))
            .put("to_function", "treatment");
      }
    }
  }

  private static SortedMap<String, List<String>> functions() {
    var functions = new TreeMap<String, List<String>>();
    JsonNode purposes = PolicyFiles.packaged().tables().get("purposes");
    List<String> humanOnly = texts(purposes.get("human_only_purposes"));
    purposes.get("purposes").properties().stream()
        .filter(row -> !humanOnly.contains(row.getKey()))
        .forEach(row -> functions.put(row.getKey(), texts(row.getValue())));
    return functions;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::textValue).toList();
  }

  private boolean rarely() {
    return random.nextInt(8) == 0;
  }

  private String word(Word[] words) {
    return words[random.nextInt(words.length)].word();
  }

  private <T> T one(List<T> any) {
    return any.get(random.nextInt(any.size()));
  }
}
