package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * A recipient's word that it has acted on a recall, which its envelope names as the message that it
 * answers. Goes to nobody: the ledger notes it.
 */
public record RecallConfirmation(Envelope envelope, Done done) implements CaseMessage {

  /** What the recipient did with what was recalled. */
  public enum Done {
    ERASED,
    /** Kept where the law asks for it, and used no longer. */
    RESTRICTED,
    /** It never had it, or had erased it before. */
    NOT_HELD
  }

  /** None. */
  @Override
  public List<Segment> segments() {
    return List.of();
  }

  @Override
  public RecallConfirmation only(Set<SegmentId> released, Envelope envelope) {
    return new RecallConfirmation(envelope, done);
  }

  @Override
  public String kind() {
    return "status_update";
  }
}
