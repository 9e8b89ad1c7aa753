package org.infoshare.consent.words;

/** Why the information is shared; the matrix of needs is read by it. */
public enum Purpose implements Word {
  CP_ENQUIRY,
  IMMEDIATE_SAFETY,
  CIN_ASSESSMENT,
  EARLY_HELP,
  FS_REVIEW,
  TREATMENT_REFERRAL,
  DIRECT_CARE,
  MARAC,
  DA_SUPPORT,
  OFFENDER_SUPERVISION,
  PUBLIC_PROTECTION,
  CRIME,
  VICTIM_INFO_REQUEST,
  ADULT_S42,
  SAB_S45,
  SERIOUS_VIOLENCE,
  COMMISSIONING,
  RESEARCH,
  IMMIGRATION,
  RIGHTS_REQUEST,
  CONSULTATION;

  @Override
  public String word() {
    return name();
  }
}
