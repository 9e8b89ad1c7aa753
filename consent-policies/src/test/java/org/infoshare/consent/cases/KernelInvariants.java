package org.infoshare.consent.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What must hold of every answer of the kernel, whatever it is given. */
final class KernelInvariants {

  private KernelInvariants() {}

  /** All invariants of policy.md that speak about the kernel alone. */
  static List<Invariant<Combination, KernelAnswer>> all() {
    var all = new ArrayList<Invariant<Combination, KernelAnswer>>();
    all.add(
        of(
            "I1 a bar is lifted by no claim, and never by one person",
            (c, a) -> c.is("segment.bar", "none") || !a.goes() || releasedByTwo(c, a)));
    all.add(
        of(
            "I2 a claim of immediate risk never ends in DENY, and if nothing goes someone is told",
            (c, a) ->
                !(c.is("risk", "immediate") || c.is("risk", "immediate_unsupported"))
                    || !c.is("someone_may_be_at_risk", "true")
                    || !a.outcome().equals("DENY") && (a.goes() || a.owes("O21"))));
    all.add(
        of(
            "I3 an override is told to the lead, reviewed, reasoned, and told or looked at again",
            (c, a) ->
                a.outcome().startsWith("PERMIT_OVERRIDE") == override(c, a)
                    && (!override(c, a)
                        || a.owes("O2")
                            && a.owes("O5")
                            && a.owes("O6")
                            && a.owes(c.is("informing_is_unsafe", "true") ? "O4" : "O3"))));
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
    all.add(
        of(
            "I13 the floor reaches a verified duty team by a claim of immediate risk",
            (c, a) -> !floorClaimed(c) || a.goes()));
    all.addAll(Monotony.all());
    return List.copyOf(all);
  }

  private static Invariant<Combination, KernelAnswer> of(
      String name, BiPredicate<Combination, KernelAnswer> holds) {
    return Invariant.of(name, holds);
  }

  private static boolean releasedByTwo(Combination c, KernelAnswer a) {
    return c.is("segment.bar", "location")
        && a.rule().startsWith("H:B.location")
        && c.get("segment.release").contains("two_persons");
  }

  /** By the words of the policy, not by those of the answer. */
  private static boolean override(Combination c, KernelAnswer a) {
    boolean released = a.rule().startsWith("H:");
    return a.goes()
        && (Stream.of("override:", "X3", "X5", "H:B.location").anyMatch(a.rule()::startsWith)
            || released && a.rule().contains("S3")
            || released && Tables.words("refused").contains(c.get("segment.consent")));
  }

  private static boolean insulated(Combination c, KernelAnswer a) {
    boolean serious = c.is("segment.harm_linked", "true") && c.is("risk", "immediate");
    return Stream.of("T2", "C1", "override:T3", "H:").anyMatch(a.rule()::startsWith)
        || a.rule().startsWith("override:S3")
            && (c.is("segment.consent", "given")
                || c.is("segment.order_minimum", "true")
                || serious);
  }

  /** Nothing but the claim carries it: neither duty nor power, or one that only the claim opens. */
  private static boolean byClaim(Combination c, KernelAnswer a) {
    boolean noLaw = c.is("basis", "[]") && c.is("public_interest", "false");
    return a.rule().startsWith("X3")
        || a.rule().startsWith("X5")
        || a.rule().startsWith("override:S3")
        || a.rule().startsWith("override:X1") && noLaw;
  }

  /** No gate is closed, and nothing of it is of no concern or insulated. */
  private static boolean floorClaimed(Combination c) {
    return (c.is("risk", "immediate") || c.is("risk", "immediate_unsupported"))
        && Tables.words("floor").contains(c.get("segment.category"))
        && c.is("recipient_is_duty_team", "true")
        && c.is("recipient_verified", "true")
        && c.is("purpose_compatible", "true")
        && c.is("segment.bar", "none")
        && c.is("segment.unclassified", "false")
        && c.is("segment.human_only", "false")
        && (c.is("segment.need", "need") || c.is("segment.need", "may"))
        && c.is("segment.third_party", "false")
        && c.is("segment.to_supervision", "false");
  }
}
