package org.infoshare.model;

import java.util.Locale;

/** What kind of thing a segment says; decides, with purpose and function, how far it may go. */
public enum Category {
  IDENTITY,
  LOCATION,
  HOUSEHOLD,
  CP_STATUS,
  CP_DETAIL,
  RISK_STATEMENT,
  SUBSTANCE_ENGAGEMENT,
  SUBSTANCE_CLINICAL,
  SUBSTANCE_CONTENT,
  MENTAL_HEALTH,
  PHYSICAL_HEALTH,
  SEXUAL_REPRODUCTIVE,
  DA_VICTIM,
  DA_PERPETRATOR_ALLEGED,
  OFFENCE,
  COUNSELLING_RECORD,
  EDUCATION,
  FINANCE_HOUSING,
  IMMIGRATION,
  ETHNICITY_RELIGION,
  SEXUALITY_GENDER,
  GENDER_HISTORY,
  ADOPTION_LINK,
  LEGAL_PRIVILEGED,
  REFERRER_IDENTITY,
  CONSENT_RECORD,
  DISCLOSURE_LOG_ENTRY,
  UNCLASSIFIED;

  /** The word of the policy and of the canonical form, for example {@code identity}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
