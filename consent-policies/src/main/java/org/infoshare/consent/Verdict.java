package org.infoshare.consent;

import java.util.Objects;
import java.util.Optional;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.Where;

/**
 * What becomes of one segment, by which row of the policy, and, if it goes, on what lawful basis.
 *
 * @param silent it stays out, and the recipient is not to know that it is there (policy.md, O8s)
 */
public record Verdict(Where where, RuleName rule, Optional<Basis> basis, boolean silent) {

  public Verdict {
    Objects.requireNonNull(where, "where a segment goes");
    Objects.requireNonNull(rule, "the rule that decided");
  }
}
