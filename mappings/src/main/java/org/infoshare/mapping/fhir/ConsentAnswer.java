package org.infoshare.mapping.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.Authority;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentState;

/**
 * What somebody answered. The policy rule says yes or no, the root of the provision to what, and
 * each nested provision what a yes leaves out.
 */
final class ConsentAnswer {

  private static final CodeList<ConsentKind> KIND =
      CodeList.of(
          List.of(ConsentKind.CONFIDENTIALITY, ConsentKind.SERVICE),
          kind -> kind == ConsentKind.SERVICE ? "treatment" : "patient-privacy");
  private static final CodeList<String> RULE = CodeList.of("OPTIN", "OPTINR", "OPTOUT");

  private final org.hl7.fhir.r4.model.Consent resource;
  private final ConsentPeople people;
  private final Instant at;
  private final List<Consent> consents = new ArrayList<>();

  ConsentAnswer(org.hl7.fhir.r4.model.Consent resource, ConsentPeople people, Instant at) {
    this.resource = resource;
    this.people = people;
    this.at = at;
    provisions();
  }

  List<Consent> consents() {
    return List.copyOf(consents);
  }

  private void provisions() {
    ConsentState state = state();
    boolean yes = state == ConsentState.GIVEN;
    ProvisionComponent root = resource.getProvision();
    type(root, yes ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY, false);
    add(root, state, at);
    Instant from = consents.getLast().at();
    for (ProvisionComponent nested : root.getProvision()) {
      if (!yes) {
        throw new MalformedMessage(
            Code.NOT_VALID,
            "Consent.provision.provision",
            "exceptions to a no are not read: send what is allowed as a Consent with OPTINR");
      }
      type(nested, ConsentProvisionType.DENY, true);
      add(nested, ConsentState.REFUSED, at);
      if (from.isAfter(at)) {
        // Of one giver's words the newest counts: an older exception would end when the yes starts.
        add(nested, ConsentState.REFUSED, from);
      }
    }
  }

  /**
   * Yes only from a consent in force that says so outright: presumed assent (IMPLIED) is no evidence
   * that somebody was asked.
   */
  private ConsentState state() {
    if (resource.getStatus() == null) {
      throw new MalformedMessage(Code.NOT_VALID, "Consent.status", "is missing");
    }
    return switch (resource.getStatus()) {
      case ACTIVE -> active();
      case REJECTED -> ConsentState.REFUSED;
      // Ended, replaced, or recorded by mistake: what was a yes under this identifier counts no more.
      case INACTIVE, ENTEREDINERROR -> ConsentState.WITHDRAWN;
      default ->
          throw new MalformedMessage(
              Code.UNKNOWN_CODE,
              "Consent.status",
              "send it when it is decided: active, rejected, inactive or entered-in-error");
    };
  }

  private ConsentState active() {
    String rule =
        RULE.read(
            "Consent.policyRule",
            FhirCodes.one(resource.getPolicyRule(), FhirCodes.ACT_CODE, "Consent.policyRule"));
    ProvisionComponent root = resource.getProvision();
    if (rule.equals("OPTINR") && ConsentScopes.isWhole(root) && !root.hasProvision()) {
      throw new MalformedMessage(
          Code.NOT_VALID, "Consent.provision", "OPTINR has restrictions: say which, or send OPTIN");
    }
    return rule.equals("OPTOUT") ? ConsentState.REFUSED : ConsentState.GIVEN;
  }

  /** R4 leaves the type of the root out, IHE PCF asks for it: both are read, a contradiction is not. */
  private static void type(
      ProvisionComponent provision, ConsentProvisionType expected, boolean required) {
    if (provision.hasType() ? provision.getType() != expected : required) {
      throw new MalformedMessage(
          Code.NOT_VALID,
          required ? "Consent.provision.provision.type" : "Consent.provision.type",
          required
              ? "an exception to a yes is a deny"
              : "contradicts status and policyRule: leave it out, or let it say the same");
    }
  }

  /** @param saidAt not before this, and a yes not before its own start */
  private void add(ProvisionComponent provision, ConsentState state, Instant saidAt) {
    boolean no = state != ConsentState.GIVEN;
    var circumstances = FhirCodes.extension(resource, "circumstances", Codes.CIRCUMSTANCES);
    var coercion = FhirCodes.extension(resource, "coercion", Codes.COERCION);
    var start = Moments.start(provision.getPeriod().getStartElement(), "Consent.provision.period.start");
    // A no does not run out, and does not wait: only a yes is limited by its period.
    Optional<Instant> expires =
        no
            ? Optional.empty()
            : Moments.end(provision.getPeriod().getEndElement(), "Consent.provision.period.end");
    consents.add(
        new Consent(
            people.patient(),
            KIND.read(
                "Consent.scope", FhirCodes.one(resource.getScope(), FhirCodes.SCOPE, "Consent.scope")),
            state,
            people.giver(),
            authority(),
            ConsentScopes.read(provision, no),
            no ? saidAt : start.filter(saidAt::isBefore).orElse(saidAt),
            expires,
            competentMinor(),
            circumstances.orElse(Circumstances.UNKNOWN),
            coercion.orElse(Coercion.NONE)));
  }

  private Authority authority() {
    return FhirCodes.extension(resource, "authority", Codes.AUTHORITY)
        .orElse(people.giver().equals(people.patient()) ? Authority.SELF : Authority.NONE);
  }

  private boolean competentMinor() {
    return resource.getExtensionsByUrl("urn:infoshare:fhir:competent-minor").stream()
        .anyMatch(one -> one.getValue() instanceof BooleanType value && value.booleanValue());
  }
}
