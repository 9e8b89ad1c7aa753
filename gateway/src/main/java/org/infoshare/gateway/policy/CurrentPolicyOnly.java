package org.infoshare.gateway.policy;

import java.util.List;
import java.util.function.Supplier;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.Revisions;

/**
 * Lets no policy decide but the ledger's active one. An engine that has not yet loaded it, or still
 * has another gateway's rules, counts as unreachable.
 */
final class CurrentPolicyOnly implements PolicyDecisionPoint {

  private final PolicyDecisionPoint engine;
  private final Supplier<Revisions> current;

  /**
   * @param current the revisions that are in force at the moment at which it is asked
   */
  CurrentPolicyOnly(PolicyDecisionPoint engine, Supplier<Revisions> current) {
    this.engine = engine;
    this.current = current;
  }

  @Override
  public List<Decision> decide(List<DisclosureRequest> requests) {
    List<Decision> decisions = engine.decide(requests);
    // Read after the answer: what was activated meanwhile makes the answer an older one.
    Revisions inForce = current.get();
    if (decisions.stream().anyMatch(decision -> !decision.revisions().equals(inForce))) {
      throw new PolicyUnavailable("the policy engine has not loaded the active policy yet");
    }
    return decisions;
  }
}
