package org.infoshare.gateway.ledger;

import java.util.UUID;
import org.infoshare.model.Recipient;

/**
 * The names of the lanes: what must stay in order shares one; urgent messages have lanes of their
 * own.
 */
final class Lanes {

  private Lanes() {}

  static String decide(UUID caseId, boolean urgent) {
    return "decide/" + caseId + suffix(urgent);
  }

  static String deliver(Recipient recipient, UUID caseId, boolean urgent) {
    return "deliver/"
        + recipient.agency()
        + "/"
        + recipient.function()
        + "/"
        + caseId
        + suffix(urgent);
  }

  /**
   * @param told of what: an escalation or a notice
   */
  static String page(UUID told, int number) {
    return "page/" + told + "/" + number;
  }

  private static String suffix(boolean urgent) {
    return urgent ? "/urgent" : "";
  }
}
