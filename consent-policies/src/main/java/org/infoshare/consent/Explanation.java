package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;

/**
 * The three readings of one decision: for the sender, for the IG lead and for a person concerned.
 * They are made from the texts of the rules and of the tables, and know nothing of what a message
 * says; so none can contain a withheld value.
 */
public final class Explanation {

  private final Decision decision;
  private final RuleTexts rules;
  private final JsonNode texts;

  /**
   * @param texts the table of that name, as it stood for the decision
   */
  public Explanation(Decision decision, RuleTexts rules, JsonNode texts) {
    this.decision = decision;
    this.rules = rules;
    this.texts = texts.get("texts");
  }

  /**
   * What went, what did not and why, and what the sender has to do by when.
   *
   * @param othersFacts segments that did not go because of another agency's fact: the sender is not
   *     told of them
   */
  public List<String> forSender(Set<SegmentRef> othersFacts) {
    var lines = new ArrayList<String>();
    for (JsonNode told : decision.given().path("segments")) {
      Verdict verdict = verdict(told);
      if (verdict.where() == Where.GOES || !othersFacts.contains(id(told))) {
        lines.add("%s: %s. %s.".formatted(category(told), where(verdict), text(told).title()));
      }
    }
    decision.obligations().stream()
        .filter(owed -> owed.owner().word().startsWith("sender"))
        .forEach(owed -> lines.add("To do: " + owed(owed)));
    return lines;
  }

  /** The rules, the lawful basis, what is owed by whom, and the revisions. */
  public List<String> forLead() {
    var lines = new ArrayList<String>();
    lines.add("Outcome: " + decision.outcome().word());
    for (JsonNode told : decision.given().path("segments")) {
      Verdict verdict = verdict(told);
      RuleText text = text(told);
      lines.add(
          "%s %s: %s, %s. %s (%s)%s"
              .formatted(
                  id(told),
                  category(told),
                  where(verdict),
                  verdict.rule(),
                  text.description(),
                  text.hook(),
                  verdict.basis().map(Explanation::basis).orElse("")));
    }
    decision
        .obligations()
        .forEach(
            owed ->
                lines.add(
                    "%s, owed by %s: %s"
                        .formatted(owed.code().word(), owed.owner().word(), owed(owed))));
    lines.add(
        "Rules %s, tables %s"
            .formatted(decision.revisions().kernel(), decision.revisions().tables()));
    return lines;
  }

  /**
   * What may be said to this person about what concerns them; nothing while telling is unsafe, and
   * never that a place or a name was kept back.
   */
  public List<String> forPerson(PersonRef person) {
    var lines = new ArrayList<String>();
    if (decision.given().path("informing_is_unsafe").asBoolean(true)) {
      return lines;
    }
    for (JsonNode told : decision.given().path("segments")) {
      boolean silent = verdict(told).rule().value().matches("B\\.(location|referrer_identity)");
      if (told.path("about").asText().equals(person.value()) && !silent) {
        lines.add("%s: %s".formatted(category(told), text(told).person()));
      }
    }
    return lines;
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
    String words = texts.get("categories").get(told.get("category").textValue()).textValue();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String owed(Obligation owed) {
    return "%s (%s)"
        .formatted(
            texts.get("obligations").get(owed.code().word()).textValue(),
            owed.due().word().replace('_', ' '));
  }

  private static String where(Verdict verdict) {
    return switch (verdict.where()) {
      case GOES -> "went";
      case OUT -> "did not go";
      case HELD -> "waits for a person";
    };
  }

  private static String basis(Basis basis) {
    var parts = new ArrayList<String>();
    parts.add("Art " + basis.art6());
    basis.art9().ifPresent(condition -> parts.add("Art " + condition));
    basis.sch1().ifPresent(paragraph -> parts.add("Sch 1 " + paragraph));
    basis.art10().ifPresent(condition -> parts.add("Art 10: " + condition));
    basis.gateway().ifPresent(gateway -> parts.add("confidence lifted by " + gateway));
    return "; " + String.join("; ", parts);
  }
}
