package org.infoshare.routes.road;

import java.util.List;

/** The whole answer to one message: one decision for each recipient, in one transaction with the deliveries that they allow. */
public record Decided(MessageKey key, long knowledgeVersion, List<RecipientDecision> decisions) {

  public Decided {
    decisions = List.copyOf(decisions);
  }
}
