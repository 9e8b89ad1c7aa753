package org.infoshare.mapping.cgl;

/**
 * Where the contract with the drug and alcohol service is found on the class path, and the schemas
 * of its documents in it.
 */
public final class CglContract {

  /** OpenAPI 3.1, YAML. */
  public static final String OPENAPI = "/contracts/cgl/cgl.yaml";

  /** JSON pointer to the schema of what the service receives. */
  public static final String REFERRAL = "/components/schemas/Referral";

  /** JSON pointer to the schema of a recall. */
  public static final String RECALL = "/components/schemas/Recall";

  /** JSON pointer to the schema of the confirmation of a recall. */
  public static final String RECALL_CONFIRMATION = "/components/schemas/RecallConfirmation";

  /** JSON pointer to the schema of an answer. */
  public static final String REFERRAL_ANSWER = "/components/schemas/ReferralAnswer";

  /** JSON pointer to the schema of a consent. */
  public static final String CONSENT_STATEMENT = "/components/schemas/ConsentStatement";

  private CglContract() {}
}
