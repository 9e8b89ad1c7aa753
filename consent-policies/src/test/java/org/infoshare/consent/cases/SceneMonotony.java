package org.infoshare.consent.cases;

import static org.infoshare.consent.cases.Attribute.ABSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Invariant I4 for the whole policy: of no recipient is a part kept that goes to it in a lesser case.
 * Without releases by persons, which answer one row each and no claim.
 */
final class SceneMonotony {

  private SceneMonotony() {}

  static List<Invariant<Scene, SceneAnswer>> all() {
    return List.of(
        rising(
            "I4 refusing never releases more than not being asked, nor that more than agreeing",
            s -> freely(s, "refused"),
            SceneMonotony::unasked,
            s -> freely(s, "given")),
        rising(
            "I4 a higher risk never releases less, and a stale red lies between amber and red",
            s -> rated(s, "green", SceneAttributes.NOW),
            s -> rated(s, "amber", SceneAttributes.NOW),
            s -> rated(s, "red", "a second after the time of a red rating"),
            s -> rated(s, "red", SceneAttributes.NOW),
            SceneMonotony::supported),
        rising(
            "I4 a claim lies between its rating and a supported one",
            s -> s.with("immediate", "false"),
            s -> s.with("immediate", "true"),
            SceneMonotony::supported),
        rising(
            "I4 no recipient gets more than one in good standing",
            UnaryOperator.identity(),
            s -> s.with("recipient.agency", "everybody").with("recipient.areas", "[]")),
        rising(
            "I4 what is no duty never releases more than a duty",
            s -> duty(s, "false"),
            s -> duty(s, "true")),
        rising(
            "I4 what nobody requested never releases more than a request that the law lets make",
            s -> s.with("requested_under", ABSENT),
            s -> s.with("requested_under", "s16H")));
  }

  /** Each person spoke for themselves, alone, without a limit, and nobody else did. */
  static Scene freely(Scene s, String state) {
    Scene freely =
        unasked(s)
            .with("segment.consent", state)
            .with("segment.consent_kind", "confidentiality")
            .with("segment.consent_giver", "me")
            .with("segment.consent_authority", "self")
            .with("segment.consent_at", SceneAttributes.JUST_PAST)
            .with("segment.consent_expires", ABSENT)
            .with("segment.consent_competent_minor", "false")
            .with("segment.consent_circumstances", "alone")
            .with("segment.consent_coercion", "none");
    for (String part : List.of("purposes", "categories", "recipients", "about")) {
      freely = freely.with("segment.consent_" + part, "any");
    }
    return freely;
  }

  private static Scene unasked(Scene s) {
    return s.with("segment.consent", ABSENT).with("segment.other_consent", ABSENT);
  }

  /** A claim of immediate risk with all that it must rest on. */
  static Scene supported(Scene s) {
    return somebodyAtRisk(s)
        .with("immediate", "true")
        .with("evidence", "true")
        .with("assessed", SceneAttributes.NOW)
        .with("sender_role", SceneAttributes.MAY_CLAIM)
        .with("sender_override_state", "normal");
  }

  private static Scene rated(Scene s, String rag, String assessed) {
    return somebodyAtRisk(s).with("immediate", "false").with("rag", rag).with("assessed", assessed);
  }

  private static Scene somebodyAtRisk(Scene s) {
    Scene at = s.with("at_risk", "somebody");
    return s.value("harm", 0).isEmpty() ? at.with("harm", "[\"neglect\"]") : at;
  }

  private static Scene duty(Scene s, String under) {
    return s.with("sender_under_16LA", under).with("recipient.under_16LA", under);
  }

  @SafeVarargs
  private static Invariant<Scene, SceneAnswer> rising(String name, UnaryOperator<Scene>... steps) {
    List<UnaryOperator<Scene>> variants = new ArrayList<>();
    for (UnaryOperator<Scene> step : steps) {
      variants.add(s -> step.apply(s.with("recipient.released", "nothing")));
    }
    return new Invariant<>(name, variants, (s, answers) -> neverFalls(answers));
  }

  private static boolean neverFalls(List<SceneAnswer> answers) {
    for (int at = 1; at < answers.size(); at++) {
      if (!answers.get(at).released().containsAll(answers.get(at - 1).released())) {
        return false;
      }
    }
    return true;
  }
}
