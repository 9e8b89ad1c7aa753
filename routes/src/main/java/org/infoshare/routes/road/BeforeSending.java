package org.infoshare.routes.road;

import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.words.ObligationCode;

/** Which obligations keep a delivery waiting until they are met (policy.md A.4: O6, O11, O19, O25, O26). */
public final class BeforeSending {

  // At immediate risk the reason may follow within the hour, the call is shown to the duty desk at once, and a place that two
  // persons have yet to release stays behind by itself: the rest of the floor does not wait for it (policy.md A.4, "Safety
  // floor").
  private static final Set<ObligationCode> NOT_AT_IMMEDIATE_RISK =
      Set.of(ObligationCode.O6, ObligationCode.O11, ObligationCode.O19);

  private BeforeSending() {}

  /** By the risk that was decided on: a claim that a review did not uphold hastens nothing, whatever the message says. */
  public static Set<ObligationCode> owed(RecipientDecision decision) {
    boolean immediate = decision.request().risk().immediate();
    return decision.decision().obligations().stream()
        .filter(Obligation::beforeSending)
        .map(Obligation::code)
        .filter(code -> !(immediate && NOT_AT_IMMEDIATE_RISK.contains(code)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
