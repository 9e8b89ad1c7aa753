package org.infoshare.consent.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Invariant I4: what releases more in one order never releases less. Without releases by persons,
 * which answer one row each and no claim.
 */
final class Monotony {

  private Monotony() {}

  static List<Invariant> all() {
    var all = new ArrayList<Invariant>();
    for (String refused : List.of("refused", "refused_competent", "withdrawn")) {
      all.add(
          rising(
              "I4 " + refused + " never releases more than not asked, nor that more than given",
              c -> c.with("segment.consent", refused),
              c -> c.with("segment.consent", "not_asked"),
              c -> c.with("segment.consent", "given")));
    }
    all.add(
        rising(
            "I4 a higher risk never releases less, and a stale red lies between amber and red",
            c -> risk(c, "green"),
            c -> risk(c, "amber"),
            c -> risk(c, "red_stale"),
            c -> risk(c, "red"),
            c -> risk(c, "immediate").with("sender_on_watch", "false")));
    all.add(
        rising(
            "I4 a weak claim lies between its rating and a supported one",
            c -> c.with("risk", c.get("rag")),
            c -> risk(c, "immediate_unsupported"),
            c -> risk(c, "immediate").with("sender_on_watch", "false")));
    all.add(
        rising(
            "I4 a watched claim lies between its rating and one that is not",
            c -> c.with("risk", c.get("rag")),
            c -> risk(c, "immediate").with("sender_on_watch", "true"),
            c -> risk(c, "immediate").with("sender_on_watch", "false")));
    for (String lapsed : List.of("expired", "suspended")) {
      all.add(
          rising(
              "I4 an agreement that is " + lapsed + " never releases more than one in force",
              c -> c.with("agreement", lapsed),
              c -> c.with("agreement", "active")));
    }
    all.add(
        rising(
            "I4 a foreign area never releases more than the child's",
            c -> c.with("recipient_in_area", "false"),
            c -> c.with("recipient_in_area", "true")));
    all.add(
        rising(
            "I4 a recipient that is no party never gets more than one that is",
            c -> c.with("recipient_is_party", "false"),
            c -> c.with("recipient_is_party", "true")));
    all.add(
        rising(
            "I4 nothing releases more than a power, nor a power more than a duty",
            c -> law(c, "[]"),
            c -> law(c, "[\"CA1989_17\"]"),
            c -> law(c, "[\"CA2004_16LA\"]")));
    return all;
  }

  private static Combination risk(Combination c, String risk) {
    return c.with("risk", risk);
  }

  private static Combination law(Combination c, String basis) {
    return c.with("public_interest", "false").with("basis", basis);
  }

  @SafeVarargs
  private static Invariant rising(String name, UnaryOperator<Combination>... steps) {
    List<UnaryOperator<Combination>> variants = new ArrayList<>();
    for (UnaryOperator<Combination> step : steps) {
      variants.add(c -> step.apply(c.with("segment.release", "[]")));
    }
    return new Invariant(name, variants, (c, answers) -> neverFalls(answers));
  }

  private static boolean neverFalls(List<Invariant.Answer> answers) {
    for (int at = 1; at < answers.size(); at++) {
      if (answers.get(at - 1).goes() && !answers.get(at).goes()) {
        return false;
      }
    }
    return true;
  }
}
