package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.RelationKind;
import org.infoshare.consent.words.RoleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;

/**
 * The three readings of one decision: for the sender, for the IG lead and for a person concerned.
 * They are made from the texts of the rules and of the tables, and know nothing of what a message
 * says; so none can contain a withheld value.
 */
public final class Explanation {

  private static final Set<PersonType> READ_NOTHING =
      Set.of(PersonType.ALLEGED_PERPETRATOR, PersonType.UNBORN, PersonType.DECEASED);
  private static final Set<RelationKind> NEAR =
      Set.of(
          RelationKind.PARTNER_OF,
          RelationKind.ASSOCIATE_OF,
          RelationKind.RELATIVE_OF);

  private final DisclosureRequest request;
  private final Decision decision;
  private final RuleTexts rules;
  private final JsonNode texts;
  private final Map<SegmentRef, Gone> gone;

  /**
   * @param rules of the revision that decided
   * @param texts the table of that name, as it stood for the decision
   * @param gone what has left by now of the parts that may go; of any other: not yet
   */
  public Explanation(
      DisclosureRequest request,
      Decision decision,
      RuleTexts rules,
      JsonNode texts,
      Map<SegmentRef, Gone> gone) {
    this.request = request;
    this.decision = decision;
    this.rules = rules;
    this.texts = texts.get("texts");
    this.gone = Map.copyOf(gone);
  }

  /**
   * What went or may go, what did not and why, and what the sender has to do by when.
   *
   * @param othersFacts segments that did not go because of another agency's fact: the sender is not
   *     told of them
   */
  public List<String> forSender(Set<SegmentRef> othersFacts) {
    var lines = new ArrayList<String>();
    for (JsonNode told : decision.given().path("segments")) {
      Verdict verdict = verdict(told);
      if (verdict.where() == Where.GOES || !othersFacts.contains(id(told))) {
        lines.add(forSender(told, verdict));
      }
    }
    decision.obligations().stream()
        .filter(owed -> owed.owner().word().startsWith("sender"))
        .forEach(owed -> lines.add("To do: " + owed(owed)));
    return lines;
  }

  /**
   * The rules, the lawful basis, whose judgement it rests on, what is owed by whom, and the
   * revisions.
   */
  public List<String> forLead() {
    var lines = new ArrayList<String>();
    lines.add(
        "Outcome: %s (%s)".formatted(decision.outcome().inWords(), decision.outcome().word()));
    lines.add(restsOn());
    for (JsonNode told : decision.given().path("segments")) {
      Verdict verdict = verdict(told);
      RuleText text = text(told);
      lines.add(
          "%s: %s. %s (%s)%s [%s, %s]"
              .formatted(
                  category(told),
                  where(told, verdict),
                  text.description(),
                  text.hook(law(verdict)),
                  verdict.basis().map(Explanation::basis).orElse(""),
                  id(told),
                  verdict.rule()));
    }
    decision
        .obligations()
        .forEach(
            owed ->
                lines.add(
                    "Owed by %s: %s [%s]"
                        .formatted(owed.owner().inWords(), owed(owed), owed.code().word())));
    lines.add(
        "Rules %s, tables %s"
            .formatted(decision.revisions().kernel(), decision.revisions().tables()));
    return lines;
  }

  private String restsOn() {
    String whose =
        request
            .decisionMaker()
            .map(maker -> "a named person (%s)".formatted(words(maker.role())))
            .orElseGet(() -> "the sender's %s".formatted(words(request.sender().role())));
    return "That it is necessary and proportionate to share this is the judgement of %s: the gateway has not judged it"
        .formatted(whose);
  }

  private static String words(RoleName role) {
    return role.value().replace('_', ' ');
  }

  /** The sender's line about one segment, where this is what became of it. */
  public Optional<String> forSender(SegmentRef segment, String where, String rule) {
    return told(segment)
        .filter(
            told ->
                verdict(told).where().word().equals(where)
                    && verdict(told).rule().value().equals(rule))
        .map(told -> forSender(told, verdict(told)));
  }

  /** What somebody owes, in the words of the table; empty for a code that it does not have. */
  public Optional<String> owed(String code) {
    return Optional.ofNullable(texts.path("obligations").get(code)).map(JsonNode::textValue);
  }

  /** What a category is called, as a sentence begins. */
  public String category(String word) {
    String words = texts.path("categories").path(word).asText(word);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The persons of the case about whom something was decided. */
  public SortedSet<PersonRef> persons() {
    var persons = new TreeSet<>(Comparator.comparing(PersonRef::value));
    request.segments().stream()
        .map(DisclosureRequest.Segment::about)
        .filter(request.persons()::containsKey)
        .forEach(persons::add);
    return persons;
  }

  /**
   * What may be said in writing to this person about what concerns them. Nothing while telling is
   * unsafe, and nothing to whom harm is said to come from, nor to who lives with them or is near
   * them, and through whom they would learn of it. Never what a bar keeps back, and never what
   * stayed behind because of another agency's fact.
   */
  public List<String> forPerson(PersonRef person, Set<SegmentRef> othersFacts) {
    var lines = new ArrayList<String>();
    if (decision.given().path("informing_is_unsafe").asBoolean(true) || alerts(person)) {
      return lines;
    }
    for (JsonNode told : decision.given().path("segments")) {
      Verdict verdict = verdict(told);
      boolean silent =
          verdict.rule().value().contains("B.")
              || verdict.where() != Where.GOES && othersFacts.contains(id(told));
      if (told.path("about").asText().equals(person.value()) && !silent) {
        lines.add("%s: %s".formatted(category(told), text(told).person()));
      }
    }
    return lines;
  }

  /**
   * Names all three readings, word for word, as they are while nothing has left: other words have
   * another id.
   *
   * @param othersFacts as of {@link #forSender(Set)}
   */
  public String id(Set<SegmentRef> othersFacts) {
    var table = PolicyJson.mapper().createObjectNode().set("texts", texts);
    var before = new Explanation(request, decision, rules, table, Map.of());
    var readings = PolicyJson.mapper().createObjectNode();
    before.forSender(othersFacts).forEach(readings.putArray("sender")::add);
    before.forLead().forEach(readings.putArray("lead")::add);
    var persons = readings.putObject("persons");
    before
        .persons()
        .forEach(
            person ->
                before
                    .forPerson(person, othersFacts)
                    .forEach(persons.putArray(person.value())::add));
    return CanonicalJson.sha256(readings);
  }

  private boolean alerts(PersonRef person) {
    DisclosureRequest.Person known = request.persons().get(person);
    if (known == null || READ_NOTHING.contains(known.type())) {
      return true;
    }
    var harming = new HashSet<>(request.risk().from());
    request
        .persons()
        .forEach(
            (ref, other) -> {
              if (other.type() == PersonType.ALLEGED_PERPETRATOR) {
                harming.add(ref);
              }
            });
    request.relations().stream()
        .filter(relation -> relation.rel() == RelationKind.ALLEGED_ABUSER_OF)
        .forEach(relation -> harming.add(relation.a()));
    Set<PersonRef> home = household(person);
    return !Collections.disjoint(harming, home)
        || request.relations().stream()
            .filter(relation -> NEAR.contains(relation.rel()))
            .anyMatch(
                relation ->
                    relation.a().equals(person) && harming.contains(relation.b())
                        || relation.b().equals(person) && harming.contains(relation.a()));
  }

  /** Whoever lives with one of a home lives there: as the policy reads it. */
  private Set<PersonRef> household(PersonRef person) {
    var home = new HashSet<>(Set.of(person));
    int before;
    do {
      before = home.size();
      for (DisclosureRequest.Relation relation : request.relations()) {
        if (relation.rel() == RelationKind.LIVES_WITH
            && (home.contains(relation.a()) || home.contains(relation.b()))) {
          home.add(relation.a());
          home.add(relation.b());
        }
      }
    } while (home.size() > before);
    return home;
  }

  private Optional<JsonNode> told(SegmentRef segment) {
    return decision.given().path("segments").valueStream()
        .filter(told -> id(told).equals(segment))
        .findFirst();
  }

  private String forSender(JsonNode told, Verdict verdict) {
    return "%s: %s. %s.".formatted(category(told), where(told, verdict), text(told).title());
  }

  private RuleText text(JsonNode told) {
    return rules.of(verdict(told), told);
  }

  private Verdict verdict(JsonNode told) {
    return decision.segments().get(id(told));
  }

  private static SegmentRef id(JsonNode told) {
    return new SegmentRef(told.get("id").textValue());
  }

  private String category(JsonNode told) {
    return category(told.get("category").textValue());
  }

  private String owed(Obligation owed) {
    return "%s (%s)"
        .formatted(
            owed(owed.code().word()).orElse("A duty that the texts do not name"),
            owed.due().inWords());
  }

  /** What the text of a rule leaves open: the bar, or on which law of several it rests here. */
  private String law(Verdict verdict) {
    String rule = verdict.rule().value().split("\\+")[0];
    if (rule.startsWith("B.")) {
      return rule.substring(2).replace('_', ' ');
    }
    String basis =
        rule.startsWith("L:")
            ? rule.substring(2)
            : decision.given().path("basis").path(0).asText("public_interest");
    return texts.path("laws").path(basis).asText(basis.replace('_', ' '));
  }

  private String where(JsonNode told, Verdict verdict) {
    return switch (verdict.where()) {
      case GOES -> gone.getOrDefault(id(told), Gone.NOT_YET).inWords();
      case OUT -> "did not go";
      case HELD -> "waits for a person";
    };
  }

  /** A condition of the schedule; of paragraph 18, why nobody was asked or nobody's answer counts. */
  private static String condition(String written) {
    String[] parts = written.split(", ", 2);
    String paragraph = parts[0].replaceFirst("^p(?=\\d)", "para ");
    return parts.length == 1
        ? paragraph
        : switch (parts[1]) {
          case "cannot_be_given" -> paragraph + "(2)(a): consent cannot be given";
          case "not_reasonable_to_obtain" ->
              paragraph + "(2)(b): it cannot reasonably be expected that consent is obtained";
          case "would_prejudice" ->
              paragraph + "(2)(c): to obtain consent would prejudice the protection";
          default -> paragraph + ", " + parts[1];
        };
  }

  private static String basis(Basis basis) {
    var parts = new ArrayList<String>();
    parts.add("Art " + basis.art6());
    basis.art9().ifPresent(condition -> parts.add("Art " + condition));
    basis.sch1().ifPresent(condition -> parts.add("DPA 2018 Sch 1 " + condition(condition)));
    basis.art10().ifPresent(condition -> parts.add("Art 10: " + condition));
    basis.gateway().ifPresent(gateway -> parts.add("confidence lifted by " + gateway));
    return "; " + String.join("; ", parts);
  }
}
