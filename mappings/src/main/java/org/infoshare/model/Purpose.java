package org.infoshare.model;

/** What a message is sent for. Fixed per message type by the mapping, never chosen by free text. */
public enum Purpose {
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

  /** The word of the policy and of the canonical form, for example {@code CP_ENQUIRY}. */
  public String word() {
    return name();
  }
}
