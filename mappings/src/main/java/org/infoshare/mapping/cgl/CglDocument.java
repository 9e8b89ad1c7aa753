package org.infoshare.mapping.cgl;

/** What travels between the drug and alcohol service and the gateway. */
public sealed interface CglDocument
    permits CglReferral,
        CglRecall,
        CglReferralAnswer,
        CglConsentStatement,
        CglRecallConfirmation {

  /** The sender's id of this document. */
  String id();
}
