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

  static List<Invariant<Combination, KernelAnswer>> all() {
    var all = new ArrayList<Invariant<Combination, KernelAnswer>>();
    for (String refused : Tables.words("refused")) {
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
    laws(all);
    return all;
  }

  /** Each power against the least of the duties, and each duty against the greatest of the powers. */
  private static void laws(List<Invariant<Combination, KernelAnswer>> all) {
    List<String> powers = Tables.words("power");
    List<String> duties = Tables.words("duty");
    for (String power : powers) {
      all.add(
          rising(
              "I4 nothing releases no more than " + power + ", nor that more than a duty",
              c -> law(c, "[]"),
              c -> law(c, one(power)),
              c -> law(c, one(duties.getLast()))));
    }
    for (String duty : duties) {
      all.add(
          rising(
              "I4 a public interest never releases more than " + duty,
              c -> law(c, "[]").with("public_interest", "true"),
              c -> law(c, one(duty))));
    }
  }

  private static String one(String law) {
    return "[\"" + law + "\"]";
  }

  private static Combination risk(Combination c, String risk) {
    return c.with("risk", risk);
  }

  private static Combination law(Combination c, String basis) {
    return c.with("public_interest", "false").with("basis", basis);
  }

  @SafeVarargs
  private static Invariant<Combination, KernelAnswer> rising(
      String name, UnaryOperator<Combination>... steps) {
    List<UnaryOperator<Combination>> variants = new ArrayList<>();
    for (UnaryOperator<Combination> step : steps) {
      variants.add(c -> step.apply(c.with("segment.release", "[]")));
    }
    return new Invariant<>(name, variants, (c, answers) -> neverFalls(answers));
  }

  private static boolean neverFalls(List<KernelAnswer> answers) {
    for (int at = 1; at < answers.size(); at++) {
      if (answers.get(at - 1).goes() && !answers.get(at).goes()) {
        return false;
      }
    }
    return true;
  }
}
