package org.infoshare.gateway.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.Revisions;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;

/**
 * The two bundles that a policy engine loads: the rules, as they came with this gateway, and the
 * tables with the agreements, as the ledger's active revision has them.
 */
public final class PolicyBundles {

  private static final Duration RECENT = Duration.ofMillis(250);

  private final PolicyRevisions revisions;
  private final PolicyBundle kernel;
  private volatile PolicyBundle tables;
  private volatile Seen seen;

  private record Seen(PolicyRevision revision, long at) {}

  /** Makes the delivered tables the ledger's first revision, unless it has one. */
  public PolicyBundles(PolicyFiles delivered, PolicyRevisions revisions) {
    this.revisions = revisions;
    this.kernel = PolicyBundle.kernel(delivered.rules());
    revisions.firstRevision(tree(delivered.tables()), tree(delivered.agreements()));
    this.tables = bundle(active());
  }

  public PolicyBundle kernel() {
    return kernel;
  }

  /** The bundle of the ledger's active revision. */
  public PolicyBundle tables() {
    PolicyRevision active = active();
    PolicyBundle made = tables;
    if (!made.revision().equals(active.revision())) {
      made = bundle(active);
      tables = made;
    }
    return made;
  }

  /** The revision that stands in the ledger now. */
  public PolicyRevision active() {
    long asked = System.nanoTime();
    PolicyRevision active =
        revisions
            .active()
            .orElseThrow(() -> new IllegalStateException("the ledger has no active policy"));
    seen = new Seen(active, asked);
    return active;
  }

  /**
   * The revision that stood in the ledger a quarter of a second ago at most. For what every message
   * asks several times; what decides is compared with {@link #active}, and what leaves is asked
   * about again.
   */
  PolicyRevision recent() {
    Seen last = seen;
    return System.nanoTime() - last.at() < RECENT.toNanos() ? last.revision() : active();
  }

  /** By which revisions a decision must be made now. */
  Revisions inForce() {
    return new Revisions(kernel.revision(), active().revision());
  }

  private static PolicyBundle bundle(PolicyRevision revision) {
    return PolicyBundle.tables(
        PolicyJson.byName(revision.tables()), PolicyJson.byName(revision.agreements()), revision.revision());
  }

  private static JsonNode tree(Map<String, JsonNode> byName) {
    return JsonNodeFactory.instance.objectNode().setAll(byName);
  }
}
