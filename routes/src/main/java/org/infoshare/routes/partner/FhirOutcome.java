package org.infoshare.routes.partner;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What a sender of FHIR R4 is told: one issue, with our stable code and words that say what to do. */
public final class FhirOutcome {

  public static final String MEDIA_TYPE = "application/fhir+json";

  private static final String CODES = "urn:infoshare:fhir:refusal";

  private FhirOutcome() {}

  /**
   * An OperationOutcome in JSON, in UTF-8.
   *
   * @param code ours; the issue's {@code details}
   * @param words that repeat nothing of what was received
   */
  public static byte[] written(IssueSeverity severity, IssueType type, String code, String words) {
    var outcome = new OperationOutcome();
    var issue = outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(words);
    issue.getDetails().addCoding().setSystem(CODES).setCode(code);
    return FhirContext.forR4Cached()
        .newJsonParser()
        .encodeResourceToString(outcome)
        .getBytes(StandardCharsets.UTF_8);
  }
}
