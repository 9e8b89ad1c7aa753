package org.infoshare.gateway.policy;

import java.util.List;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.Revisions;

/**
 * Lets no policy decide but the ledger's active one. An engine that has not yet loaded it, or still has another gateway's
 * rules, counts as unreachable.
 */
final class CurrentPolicyOnly implements PolicyDecisionPoint {

  private final PolicyDecisionPoint engine;
  private final PolicyBundles bundles;

  CurrentPolicyOnly(PolicyDecisionPoint engine, PolicyBundles bundles) {
    this.engine = engine;
    this.bundles = bundles;
  }

  @Override
  public List<Decision> decide(List<DisclosureRequest> requests) {
    List<Decision> decisions = engine.decide(requests);
    // Read after the answer: what was activated meanwhile makes the answer an older one.
    var current = new Revisions(bundles.kernel().revision(), bundles.active().revision());
    if (decisions.stream().anyMatch(decision -> !decision.revisions().equals(current))) {
      throw new PolicyUnavailable("the policy engine has not loaded the active policy yet");
    }
    return decisions;
  }
}
