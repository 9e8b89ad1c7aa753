package org.infoshare.consent.words;

/** What kind of message asks to be shared. */
public enum MessageKind implements Word {
  REFERRAL,
  REFERRAL_ANSWER,
  REVIEW_ANALYSIS,
  CONCERN,
  CONSENT_RECORD,
  INFO_REQUEST,
  INFO_RESPONSE,
  CONSULTATION,
  RECALL,
  STATUS_UPDATE
}
