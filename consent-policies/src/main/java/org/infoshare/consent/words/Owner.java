package org.infoshare.consent.words;

/** Who owes an obligation. */
public enum Owner implements Word {
  SENDER,
  SENDER_LEAD,
  RECIPIENT,
  RECIPIENT_DUTY_TEAM,
  DUTY_TEAM,
  IG,
  GATEWAY
}
