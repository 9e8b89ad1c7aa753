package org.infoshare.mapping.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Category;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.Purpose;

/** What a provision covers: to whom, what for, which categories. What it does not name, it covers. */
final class ConsentScopes {

  private ConsentScopes() {}

  static boolean isWhole(ProvisionComponent provision) {
    return !provision.hasActor()
        && !provision.hasPurpose()
        && !provision.hasCode()
        && !provision.hasSecurityLabel()
        && !provision.hasPeriod();
  }

  /**
   * @param no it says what is not to be told: only there may a label stand for categories
   */
  static ConsentScope read(ProvisionComponent provision, boolean no) {
    return new ConsentScope(
        purposes(provision), categories(provision, no), recipients(provision), List.of());
  }

  private static List<Purpose> purposes(ProvisionComponent provision) {
    return provision.getPurpose().stream()
        .map(coding -> FhirCodes.of(coding, FhirCodes.PURPOSE, "Consent.provision.purpose"))
        .map(code -> Codes.PURPOSE.read("Consent.provision.purpose", code))
        .distinct()
        .toList();
  }

  private static List<Category> categories(ProvisionComponent provision, boolean no) {
    var categories = new ArrayList<Category>();
    for (CodeableConcept concept : provision.getCode()) {
      String code = FhirCodes.one(concept, FhirCodes.CATEGORY, "Consent.provision.code");
      categories.add(Codes.CATEGORY.read("Consent.provision.code", code));
    }
    for (Coding label : provision.getSecurityLabel()) {
      categories.addAll(labelled(label, no));
    }
    return categories.stream().distinct().toList();
  }

  private static List<Category> labelled(Coding label, boolean no) {
    String where = "Consent.provision.securityLabel";
    var categories =
        FhirCodes.LABELS.get(FhirCodes.of(label, FhirCodes.ACT_CODE, where));
    if (categories == null || !no) {
      throw new MalformedMessage(
          Code.UNKNOWN_CODE,
          where,
          "read in a deny only, and only "
              + String.join(", ", FhirCodes.LABELS.keySet().stream().sorted().toList())
              + "; name what is allowed in code");
    }
    return categories;
  }

  private static List<AgencyId> recipients(ProvisionComponent provision) {
    return provision.getActor().stream().map(ConsentScopes::recipient).distinct().toList();
  }

  private static AgencyId recipient(provisionActorComponent actor) {
    String role = FhirCodes.one(actor.getRole(), FhirCodes.PARTICIPATION, "Consent.provision.actor.role");
    var identifier = actor.getReference().getIdentifier();
    if (!role.equals("IRCP") || !FhirCodes.AGENCY.equals(identifier.getSystem())) {
      throw new MalformedMessage(
          Code.UNKNOWN_CODE,
          "Consent.provision.actor",
          "name recipients (IRCP) by identifiers of the system " + FhirCodes.AGENCY);
    }
    try {
      return new AgencyId(String.valueOf(identifier.getValue()));
    } catch (IllegalArgumentException noAgency) {
      throw new MalformedMessage(
          Code.NOT_VALID, "Consent.provision.actor.reference", "not the id of an agency");
    }
  }
}
