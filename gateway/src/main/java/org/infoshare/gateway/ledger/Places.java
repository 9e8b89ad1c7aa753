package org.infoshare.gateway.ledger;

import java.util.UUID;

/** What each ciphertext is bound to: it can be read nowhere else. */
final class Places {

  private Places() {}

  static String canonical(UUID message) {
    return "message/" + message + "/canonical";
  }

  static String received(UUID message) {
    return "message/" + message + "/received";
  }

  static String protectedValues(UUID message) {
    return "message/" + message + "/protected-values";
  }

  static String sent(UUID attempt) {
    return "attempt/" + attempt + "/sent";
  }

  static String snapshot(UUID decision) {
    return "decision/" + decision + "/snapshot";
  }

  static String firstReason(UUID heldPart) {
    return "held-part/" + heldPart + "/first-reason";
  }

  static String excerpt(UUID delivery) {
    return "delivery/" + delivery + "/excerpt";
  }

  static String reason(UUID release) {
    return "release/" + release + "/reason";
  }

  static String obligation(UUID obligation) {
    return "obligation/" + obligation + "/words";
  }

  static String consultation(UUID consultation) {
    return "consultation/" + consultation + "/words";
  }

  static String attention(UUID attention) {
    return "attention/" + attention + "/words";
  }

  static String match(UUID personA, UUID personB) {
    return "possible-match/" + personA + "/" + personB + "/words";
  }
}
