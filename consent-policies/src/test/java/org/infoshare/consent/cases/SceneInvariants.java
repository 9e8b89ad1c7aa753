package org.infoshare.consent.cases;

import static org.infoshare.consent.cases.Attribute.ABSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.infoshare.consent.cases.SceneAnswer.Told;
import org.infoshare.consent.cases.SceneAnswer.Verdict;

/** What must hold of every answer of the whole policy, I4 excepted. */
final class SceneInvariants {

  private SceneInvariants() {}

  /** Of one answer alone. */
  static List<Invariant<Scene, SceneAnswer>> ofOneAnswer() {
    var all = new ArrayList<Invariant<Scene, SceneAnswer>>();
    all.add(part("I1 a bar is lifted by two persons at most", SceneInvariants::barred));
    all.add(told("I2 a claim of immediate risk never ends in DENY, and somebody is told", SceneInvariants::someoneIsTold));
    all.add(told("I3 an override is told, reviewed, reasoned, and told or looked at again", SceneInvariants::overrideIsFollowed));
    all.add(
        part(
            "I5 nothing goes to an unverified recipient",
            (s, r, p, told, v) -> !v.goes() || s.get("recipient.verified", r).equals("true")));
    all.add(
        part(
            "I6 what nobody classified leaves only through a person",
            (s, r, p, told, v) ->
                !v.goes() || !unclassified(s, p) || v.rule().startsWith("H:") && released(s, r)));
    all.add(part("I7 what is never needed never leaves", SceneInvariants::needed));
    all.add(part("I8 what goes names the conditions that the law asks for", SceneInvariants::lawful));
    all.add(part("I9 what goes by consent goes by a yes about that person", SceneInvariants::agreed));
    all.add(part("I11 treatment content reaches supervision only by order, consent, risk or a person", SceneInvariants::insulated));
    all.add(part("I13 the floor goes by a claim to a duty team and to nobody else", SceneInvariants::claimed));
    all.add(part("I13 the floor reaches a verified duty team by a claim of immediate risk", SceneInvariants::floorGoes));
    return List.copyOf(all);
  }

  /** Of answers to more than one question. */
  static List<Invariant<Scene, SceneAnswer>> ofSeveral() {
    var all = new ArrayList<Invariant<Scene, SceneAnswer>>();
    all.add(barsStay());
    for (int part = 0; part < Scene.SHAPE.parts(); part++) {
      all.add(othersConsent(part));
    }
    all.add(same("I12 the order of the facts is no fact", Scene::turned));
    all.add(same("I12 who else is asked about is no fact", s -> s.alone(s.recipients().getFirst())));
    all.add(same("I12 who is asked about first is no fact", s -> s.alone(s.recipients().getLast())));
    all.add(clock());
    all.addAll(SceneMonotony.all());
    return List.copyOf(all);
  }

  /** I1: what a sender claims, and what a person agreed to, moves no bar. */
  private static Invariant<Scene, SceneAnswer> barsStay() {
    return new Invariant<>(
        "I1 a bar stays whatever the sender claims and whoever agrees",
        List.of(
            UnaryOperator.identity(), SceneMonotony::supported, s -> SceneMonotony.freely(s, "given")),
        (s, answers) ->
            answers.stream()
                .allMatch(
                    answer ->
                        everyPart(
                            s,
                            answer,
                            (scene, r, p, told, v) ->
                                v.found()
                                    .get("bar")
                                    .equals(answers.getFirst().told().get(r).parts().get(p).found().get("bar")))));
  }

  private static boolean barred(Scene s, int r, int p, Told told, Verdict v) {
    if (!v.goes()) {
      return true;
    }
    boolean forGood =
        s.get("segment.restrictions", p).contains("_")
            || List.of("adoption_link", "gender_history", "legal_privileged")
                .contains(s.get("segment.category", p));
    boolean kept =
        s.get("segment.category", p).equals("location")
            && s.get("segment.about", p).equals("me")
            && !s.get("segment.safe_functions", p).equals("all")
            && (s.get("segment.location_protected", p).equals("true")
                || s.get("segment.pds", p).equals("R"));
    return !forGood && (!kept && v.is("bar", "none") || byTwo(s, r) && v.rule().startsWith("H:B.location"));
  }

  private static boolean byTwo(Scene s, int r) {
    return released(s, r)
        && s.get("recipient.released_by", r).equals("two persons")
        && s.get("recipient.released_to", r).equals("its function");
  }

  private static boolean released(Scene s, int r) {
    return !s.get("recipient.released", r).equals("nothing")
        && !s.get("recipient.released_at", r).equals(SceneAttributes.SOON);
  }

  private static boolean unclassified(Scene s, int p) {
    return List.of(ABSENT, "unclassified").contains(s.get("segment.category", p));
  }

  private static boolean someoneIsTold(Scene s, int r, Told told) {
    return !s.is("immediate", "true")
        || !told.outcome().equals("DENY") && (told.somethingGoes() || told.owes("O21"));
  }

  private static boolean overrideIsFollowed(Scene s, int r, Told told) {
    boolean override = told.parts().values().stream().anyMatch(SceneInvariants::override);
    boolean unsafe = told.given().get("informing_is_unsafe").asBoolean(true);
    return told.outcome().startsWith("PERMIT_OVERRIDE") == override
        && (!override
            || Stream.of("O2", "O5", "O6", unsafe ? "O4" : "O3").allMatch(told::owes));
  }

  private static boolean override(Verdict v) {
    boolean released = v.rule().startsWith("H:");
    return v.goes()
        && (Stream.of("override:", "X3", "X5", "H:B.location").anyMatch(v.rule()::startsWith)
            || released && v.rule().contains("S3")
            || released && Tables.words("refused").contains(v.found().get("consent").asText()));
  }

  /** By the matrix and the harm map themselves. */
  private static boolean needed(Scene s, int r, int p, Told told, Verdict v) {
    String category = s.get("segment.category", p);
    var row = Tables.at("need", told.given().get("purpose").asText(), s.get("recipient.function", r));
    return !v.goes()
        || row.isMissingNode()
        || unclassified(s, p)
        || Tables.texts(row.path("need")).contains(category)
        || Tables.texts(row.path("may")).contains(category)
        || harmLinked(s, p);
  }

  private static boolean harmLinked(Scene s, int p) {
    return s.value("harm", 0)
        .valueStream()
        .anyMatch(
            harm -> Tables.words("harm", harm.asText()).contains(s.get("segment.category", p)));
  }

  private static boolean lawful(Scene s, int r, int p, Told told, Verdict v) {
    if (!v.goes()) {
      return true;
    }
    String category = s.get("segment.category", p);
    boolean special = Tables.words("special_category").contains(category);
    boolean offence = Tables.words("art10", "categories").contains(category);
    boolean open = Tables.words("not_confidential", category).contains(s.get("sender_kind"));
    return v.basis().get("art9").isTextual() == special
        && v.basis().get("sch1").isTextual() == special
        && v.basis().get("art10").isTextual() == offence
        && v.basis().get("art6").isTextual()
        && (open || v.basis().get("gateway").isTextual());
  }

  private static boolean agreed(Scene s, int r, int p, Told told, Verdict v) {
    return !v.rule().startsWith("C1")
        || s.get("segment.other_consent", p).startsWith("given")
        || s.get("segment.consent", p).equals("given")
            && s.get("segment.consent_kind", p).equals("confidentiality")
            && !s.get("segment.consent_at", p).equals(SceneAttributes.SOON)
            && List.of(ABSENT, SceneAttributes.SOON).contains(s.get("segment.consent_expires", p))
            && !s.get("segment.consent_authority", p).equals("none")
            && s.get("segment.consent_coercion", p).equals("none")
            && s.get("segment.match", p).equals("certain")
            && Stream.of("purposes", "categories", "recipients", "about")
                .noneMatch(part -> s.get("segment.consent_" + part, p).equals("another"));
  }

  private static Invariant<Scene, SceneAnswer> othersConsent(int part) {
    return new Invariant<>(
        "I9 what others agreed to, or did not, changes nothing for one person",
        List.of(UnaryOperator.identity(), s -> withoutOthers(s, part)),
        (s, answers) ->
            everyPart(
                s,
                answers.getFirst(),
                (scene, r, p, told, v) -> {
                  Verdict alone = answers.getLast().told().get(r).parts().get(p);
                  return p != part
                      || v.where().equals(alone.where()) && v.rule().equals(alone.rule());
                }));
  }

  private static Scene withoutOthers(Scene s, int part) {
    Scene without = s;
    for (int other = 0; other < Scene.SHAPE.parts(); other++) {
      if (other != part) {
        without =
            without
                .with("segment.consent", other, ABSENT)
                .with("segment.other_consent", other, ABSENT);
      }
    }
    return without;
  }

  private static boolean insulated(Scene s, int r, int p, Told told, Verdict v) {
    boolean treatment =
        Tables.words("insulated", "to_kinds").contains(s.get("recipient.kind", r))
            && Tables.words("insulated", "categories").contains(s.get("segment.category", p));
    return !v.goes()
        || !treatment
        || Stream.of("T2", "C1", "override:T3", "H:").anyMatch(v.rule()::startsWith)
        || v.rule().startsWith("override:S3")
            && (v.is("consent", "given")
                || v.is("order_minimum", "true")
                || told.given().get("risk").asText().equals("immediate") && harmLinked(s, p));
  }

  private static Invariant<Scene, SceneAnswer> same(String name, UnaryOperator<Scene> variant) {
    return new Invariant<>(
        name,
        List.of(UnaryOperator.identity(), variant),
        (s, answers) ->
            answers.getLast().told().entrySet().stream()
                .allMatch(
                    one -> answers.getFirst().told().get(one.getKey()).sameAs(one.getValue())));
  }

  private static Invariant<Scene, SceneAnswer> clock() {
    return new Invariant<>(
        "I12 an answer that is another in a second is said to hold no longer",
        List.of(UnaryOperator.identity(), s -> s.later(1)),
        (s, answers) ->
            answers.getFirst().told().entrySet().stream()
                .allMatch(
                    one ->
                        one.getValue().sameAs(answers.getLast().told().get(one.getKey()))
                            || one.getValue().validUntil() <= s.now() + 1));
  }

  /** Nothing but the claim carries it: neither duty nor power, or one that only the claim opens. */
  private static boolean claimed(Scene s, int r, int p, Told told, Verdict v) {
    boolean noLaw =
        told.given().get("basis").isEmpty() && !told.given().get("public_interest").asBoolean();
    boolean byClaim =
        Stream.of("X3", "X5", "override:S3").anyMatch(v.rule()::startsWith)
            || v.rule().startsWith("override:X1") && noLaw;
    return !v.goes() || !byClaim || Tables.dutyTeam(s.get("recipient.function", r));
  }

  private static boolean floorGoes(Scene s, int r, int p, Told told, Verdict v) {
    boolean claimed =
        s.is("immediate", "true")
            && Tables.words("floor").contains(s.get("segment.category", p))
            && Tables.dutyTeam(s.get("recipient.function", r))
            && s.get("recipient.verified", r).equals("true")
            && told.given().get("purpose_compatible").asBoolean();
    boolean open =
        v.is("bar", "none")
            && v.is("human_only", "false")
            && List.of("need", "may").contains(v.found().get("need").asText())
            && v.is("third_party", "false");
    return !claimed || !open || v.goes();
  }

  private interface OfPart {
    boolean holds(Scene scene, int recipient, int part, Told told, Verdict verdict);
  }

  private interface OfRecipient {
    boolean holds(Scene scene, int recipient, Told told);
  }

  private static Invariant<Scene, SceneAnswer> part(String name, OfPart rule) {
    return Invariant.of(name, (s, answer) -> everyPart(s, answer, rule));
  }

  private static Invariant<Scene, SceneAnswer> told(String name, OfRecipient rule) {
    return Invariant.of(
        name,
        (s, answer) ->
            answer.told().entrySet().stream()
                .allMatch(one -> rule.holds(s, one.getKey(), one.getValue())));
  }

  private static boolean everyPart(Scene s, SceneAnswer answer, OfPart rule) {
    return answer.told().entrySet().stream()
        .allMatch(
            one ->
                one.getValue().parts().entrySet().stream()
                    .allMatch(
                        part ->
                            rule.holds(
                                s, one.getKey(), part.getKey(), one.getValue(), part.getValue())));
  }
}
