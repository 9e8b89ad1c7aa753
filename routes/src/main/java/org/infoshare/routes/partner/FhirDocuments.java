package org.infoshare.routes.partner;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.routes.road.Outcome;

/** FHIR R4 in JSON, read strictly: a field that nobody knows is refused, never lost. */
final class FhirDocuments {

  private final FhirContext fhir = FhirContext.forR4Cached();

  <T extends IBaseResource> T read(byte[] bytes, Class<T> type) {
    JsonDocuments.wellFormed(bytes);
    try {
      return parser().parseResource(type, new String(bytes, StandardCharsets.UTF_8));
    } catch (DataFormatException broken) {
      // Its words may quote what was received.
      throw new MalformedMessage(
          MalformedMessage.Code.NOT_VALID,
          "",
          "not a " + type.getSimpleName() + " of FHIR R4: a field is unknown, of another type or twice, or a code is not FHIR's");
    }
  }

  /** What the sender is told: received, or why not and what to do. */
  byte[] write(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Acknowledged acknowledged ->
          FhirOutcome.written(
              OperationOutcome.IssueSeverity.INFORMATION,
              OperationOutcome.IssueType.INFORMATIONAL,
              acknowledged.again() ? "DUPLICATE" : "RECEIVED",
              acknowledged.again() ? "it was received before" : "it is on disk, and holds from now on");
      case Outcome.Refused refused ->
          FhirOutcome.written(OperationOutcome.IssueSeverity.ERROR, type(refused), refused.code(), refused.whatToDo());
      case Outcome.Found ignored -> throw new IllegalStateException("status is asked elsewhere");
    };
  }

  private static OperationOutcome.IssueType type(Outcome.Refused refused) {
    return switch (refused.fault()) {
      case SENDER ->
          refused.code().equals(MalformedMessage.Code.UNKNOWN_CODE.name())
              ? OperationOutcome.IssueType.CODEINVALID
              : OperationOutcome.IssueType.INVALID;
      case CONFLICT -> OperationOutcome.IssueType.CONFLICT;
      case NOT_FOUND -> OperationOutcome.IssueType.NOTFOUND;
      case GATEWAY -> OperationOutcome.IssueType.TRANSIENT;
    };
  }

  private IParser parser() {
    return fhir.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
  }
}
