package org.infoshare.gateway.ledger;

import org.infoshare.routes.road.Control;

/**
 * The code by which a sender is told why something waits. What a control found may be another
 * agency's fact: that a later address is known, or that a place is protected. So the sender reads
 * only that a person looks at it.
 */
final class ToldSender {

  /** The rule of whatever a control holds, for its sender. */
  static final String LOOKED_AT = "LOOKED_AT";

  private ToldSender() {}

  static String code(String rule) {
    return Control.of(rule).filter(control -> control != Control.FORMAT).isPresent()
        ? LOOKED_AT
        : rule;
  }
}
