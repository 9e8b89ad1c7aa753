package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What must hold of every answer of the kernel, whatever it is given.
 *
 * @param variants the combinations to ask about, from one; the first asked first
 * @param holds whether the answers to them are as they must be
 */
record Invariant(
    String name,
    List<UnaryOperator<Combination>> variants,
    BiPredicate<Combination, List<Answer>> holds) {

  /** All invariants of policy.md that speak about the kernel. */
  static List<Invariant> all() {
    var all = new ArrayList<Invariant>();
    all.add(
        of(
            "I1 a bar is lifted by no claim, and never by one person",
            (c, a) ->
                c.is("segment.bar", "none")
                    || !a.goes()
                    || c.is("segment.bar", "location") && a.rule().startsWith("H:B.location")));
    all.add(
        of(
            "I2 an immediate risk never ends in DENY, and if nothing goes someone is told",
            (c, a) ->
                !c.is("risk", "immediate")
                    || !c.is("someone_may_be_at_risk", "true")
                    || !a.outcome().equals("DENY") && (a.goes() || a.owes("O21"))));
    all.add(
        of(
            "I3 an override is told to the lead, reviewed, reasoned, and told or looked at again",
            (c, a) ->
                !a.outcome().startsWith("PERMIT_OVERRIDE")
                    || a.owes("O2")
                        && a.owes("O5")
                        && a.owes("O6")
                        && (a.owes("O3") || a.owes("O4"))));
    all.add(
        of(
            "I5 nothing goes to an unverified recipient",
            (c, a) -> c.is("recipient_verified", "true") || !a.goes()));
    all.add(
        of(
            "I6 what nobody classified leaves only through a person",
            (c, a) ->
                c.is("segment.unclassified", "false") || !a.goes() || a.rule().startsWith("H:")));
    all.add(
        of(
            "I7 what is never needed never leaves",
            (c, a) -> !c.is("segment.need", "never") || !a.goes()));
    all.add(
        of(
            "I11 treatment content reaches supervision only by order, consent, risk or a person",
            (c, a) -> c.is("segment.to_supervision", "false") || !a.goes() || insulated(c, a)));
    all.add(
        of(
            "I13 the floor goes by a claim to a duty team and to nobody else",
            (c, a) -> !a.goes() || !byClaim(c, a) || c.is("recipient_is_duty_team", "true")));
    all.addAll(Monotony.all());
    return List.copyOf(all);
  }

  List<Combination> asked(Combination combination) {
    return variants.stream().map(variant -> variant.apply(combination)).toList();
  }

  static Invariant of(String name, BiPredicate<Combination, Answer> holds) {
    return new Invariant(
        name, List.of(UnaryOperator.identity()), (c, answers) -> holds.test(c, answers.getFirst()));
  }

  private static boolean insulated(Combination c, Answer a) {
    boolean serious = c.is("segment.harm_linked", "true") && c.is("risk", "immediate");
    return Stream.of("T2", "C1", "override:T3", "H:").anyMatch(a.rule()::startsWith)
        || a.rule().startsWith("override:S3")
            && (c.is("segment.consent", "given")
                || c.is("segment.order_minimum", "true")
                || serious);
  }

  /** Nothing but the claim carries it: neither duty nor power, or one that only the claim opens. */
  private static boolean byClaim(Combination c, Answer a) {
    boolean noLaw = c.is("basis", "[]") && c.is("public_interest", "false");
    return a.rule().startsWith("X3")
        || a.rule().startsWith("X5")
        || a.rule().startsWith("override:S3")
        || a.rule().startsWith("override:X1") && noLaw;
  }

  /** What the kernel answered about a message with one segment. */
  record Answer(String outcome, boolean goes, String rule, List<String> owed) {

    static Answer of(JsonNode answer) {
      JsonNode verdict = answer.at("/segments/s");
      var owed = new ArrayList<String>();
      answer.get("obligations").forEach(code -> owed.add(code.textValue()));
      return new Answer(
          answer.get("outcome").textValue(),
          verdict.get("where").textValue().equals("goes"),
          verdict.get("rule").textValue(),
          owed);
    }

    boolean owes(String code) {
      return owed.contains(code);
    }

    String words() {
      return "%s by %s (%s)".formatted(goes ? "goes" : "does not go", rule, outcome);
    }
  }
}
