package org.infoshare.gateway.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.infoshare.gateway.governance.Changes.Kind;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.gateway.ledger.PolicyRevisions.Made;
import org.springframework.stereotype.Component;

/** Every change of tables and agreements: who made it, when, why, and what it says. */
@Component
class History {

  static final int PAGE = 50;

  private static final int LAST = Integer.MAX_VALUE / PAGE;

  /**
   * A page of it, the newest first.
   *
   * @param more whether there are older ones
   */
  record Listed(List<Made> revisions, int page, boolean more) {}

  /** What a revision changed of one table or agreement. */
  record Part(Kind kind, String name, List<LineDiff.Line> lines) {}

  /**
   * A revision, and what it changed of the one before.
   *
   * @param before empty: it was the first
   */
  record Step(Made made, Optional<String> before, List<Part> parts) {}

  private final PolicyRevisions revisions;

  History(PolicyRevisions revisions) {
    this.revisions = revisions;
  }

  /**
   * @param page counted from 1
   */
  Listed page(int page) {
    int known = Math.clamp(page, 1, LAST);
    List<Made> found = revisions.history((known - 1) * PAGE, PAGE + 1);
    return new Listed(
        found.stream().limit(PAGE).toList(), known, found.size() > PAGE);
  }

  /**
   * @throws NoSuchContent if there is no such revision
   */
  Step step(String revision) {
    PolicyRevision after = revisions.find(revision).orElseThrow(NoSuchContent::new);
    Optional<PolicyRevision> before = revisions.before(revision);
    var parts = new ArrayList<Part>();
    before.ifPresent(
        old -> {
          for (Kind kind : Kind.values()) {
            parts.addAll(parts(kind, old, after));
          }
        });
    return new Step(
        new Made(after.revision(), after.activatedAt(), after.by(), after.why()),
        before.map(PolicyRevision::revision),
        parts);
  }

  private static List<Part> parts(Kind kind, PolicyRevision before, PolicyRevision after) {
    var names = new TreeSet<String>();
    kind.of(before).fieldNames().forEachRemaining(names::add);
    kind.of(after).fieldNames().forEachRemaining(names::add);
    return names.stream()
        .map(
            name ->
                new Part(
                    kind,
                    name,
                    LineDiff.of(kind.find(before, name), kind.find(after, name)).lines()))
        .filter(part -> !part.lines().isEmpty())
        .toList();
  }
}
