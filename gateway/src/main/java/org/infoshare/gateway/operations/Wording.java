package org.infoshare.gateway.operations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.Owner;
import org.infoshare.gateway.policy.CategoryWords;
import org.infoshare.gateway.policy.RuleWords;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Agencies;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What codes are called on the pages, in plain English. A code that has no words yet reads as its
 * own, in small letters: nothing is left out.
 */
@Component
public final class Wording {

  private final MessageSource words;
  private final Agencies agencies;
  private final RuleWords rules;
  private final CategoryWords categories;

  Wording(MessageSource words, Agencies agencies, RuleWords rules, CategoryWords categories) {
    this.words = words;
    this.agencies = agencies;
    this.rules = rules;
    this.categories = categories;
  }

  /** As its agreement calls it. */
  public String agency(String id) {
    return agencies.find(new AgencyId(id)).map(agency -> agency.name()).orElse(id);
  }

  /**
   * @param recipient agency and function, for example {@code cgl/treatment}
   */
  public String recipient(String recipient) {
    String[] parts = recipient.split("/", 2);
    return "%s (%s)".formatted(agency(parts[0]), plain(parts[1]));
  }

  /** Why something went wrong or was turned away, or, for several codes, all that must be told. */
  public String code(String code) {
    if (code.contains("+")) {
      return Stream.of(code.split("\\+")).map(this::code).collect(Collectors.joining("; "));
    }
    return code.startsWith("HTTP_")
        ? of("code", "HTTP") + " " + code.substring("HTTP_".length())
        : of("code", code);
  }

  public String rule(String code) {
    return rules.of(code);
  }

  /** As a sentence begins. */
  public String category(String word) {
    return StringUtils.capitalize(categories.of(word).orElseGet(() -> plain(word)));
  }

  /** What somebody said about sharing, or what the policy makes of all that was said. */
  public String consent(String word) {
    return of("consent", word);
  }

  /** How great the risk is, by the sender's word or the policy's. */
  public String risk(String word) {
    return of("risk", word);
  }

  public String outcome(String word) {
    return Stream.of(Outcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .map(Outcome::inWords)
        .findFirst()
        .orElseGet(() -> plain(word));
  }

  public String phase(String word) {
    return of("phase", word);
  }

  /** What was otherwise than in the decision before. */
  public String changed(List<String> words) {
    return String.join("; ", words.stream().map(word -> of("changed", word)).toList());
  }

  /** Why no team of the recipient's is named. */
  public String teamUnknown(String word) {
    return of("team", word);
  }

  /** In which part somebody was heard about a decision. */
  public String heard(String word) {
    return of("heard", word);
  }

  /** Why something waits for a person. */
  public String attention(String kind) {
    return of("attention", kind);
  }

  /** The part that a person has in the case. */
  public String person(String word) {
    return of("person", word);
  }

  /** What a practitioner is. */
  public String role(String word) {
    return StringUtils.capitalize(of("role", word));
  }

  /** What a field of a message says, by its name in the canonical form. */
  public String field(String name) {
    return of("field", name);
  }

  /** How one person stands to another. */
  public String relation(String word) {
    return of("relation", word);
  }

  public String obligation(String code) {
    return of("obligation", code);
  }

  /** Several obligations, as a sentence lists them. */
  public String obligations(List<String> codes) {
    return String.join("; ", codes.stream().map(this::obligation).toList());
  }

  public String owner(String word) {
    return Stream.of(Owner.values())
        .filter(owner -> owner.word().equals(word))
        .map(Owner::inWords)
        .findFirst()
        .orElseGet(() -> plain(word));
  }

  private String of(String kind, String code) {
    return words.getMessage(kind + "." + code, null, plain(code), Locale.UK);
  }

  private static String plain(String code) {
    return code.replace('_', ' ').toLowerCase(Locale.UK);
  }
}
