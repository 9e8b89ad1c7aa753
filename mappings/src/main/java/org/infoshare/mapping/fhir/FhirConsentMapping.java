package org.infoshare.mapping.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.Rendering;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.CaseReference;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Risk;

/**
 * FHIR R4 Consent. The patient is known by the NHS number; what the record says of a person's yes or
 * no becomes one consent for the root of the provision and one for each exception to it.
 *
 * <pre>{@code
 * {"resourceType": "Consent", "status": "active", "policyRule": {"coding": [{"code": "OPTIN", …}]},
 *  "patient": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "…"}}, …}
 * }</pre>
 *
 * <p>What is not understood refuses the whole: nothing that was left out may widen what is allowed.
 * Not carried: narrative, source documents, organisation, extensions that the contract does not name.
 */
public final class FhirConsentMapping implements PartnerMapping<Consent> {

  private static final Function FUNCTION = new Function("consent_record");

  private final AgencyId sender;

  /**
   * @param sender the agency at whose door it came
   */
  public FhirConsentMapping(AgencyId sender) {
    this.sender = sender;
  }

  @Override
  public CaseMessage toCanonical(Consent consent) {
    MustUnderstand.nothingElse(consent);
    Instant at = Moments.required(consent.getDateTimeElement(), "Consent.dateTime");
    var people = new ConsentPeople(consent);
    var answer = new ConsentAnswer(consent, people, at);
    String identifier = Identifiers.ofConsent(consent);
    return new ConsentRecord(
        new Envelope(
            // A later word under the same identifier is another message; the same word again is not.
            new MessageId("Consent/" + identifier + "/" + at.getEpochSecond()),
            Optional.empty(),
            sender,
            new Practitioner(
                new Personal(sender.value()),
                "unknown",
                FUNCTION,
                Optional.empty(),
                Optional.empty()),
            List.of(),
            new CaseReference("Consent/" + identifier),
            Purpose.DIRECT_CARE,
            Risk.UNKNOWN,
            List.of(),
            new Family(people.persons(), List.of(), List.of(), answer.consents()),
            at),
        List.of());
  }

  /** No agency receives consents in FHIR. */
  @Override
  public Set<Label> carries(CaseMessage message) {
    throw new NoSuchDocument(sender, message);
  }

  /** No agency receives consents in FHIR. */
  @Override
  public Rendering<Consent> fromCanonical(CaseMessage message, Labels labels) {
    throw new NoSuchDocument(sender, message);
  }

  @Override
  public Class<Consent> wireType() {
    return Consent.class;
  }
}
