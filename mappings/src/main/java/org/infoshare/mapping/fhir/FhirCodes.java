package org.infoshare.mapping.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.Category;

/** Coded fields: one coding of one system, and each code of it known. */
final class FhirCodes {

  static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
  static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  static final String PURPOSE = "urn:infoshare:fhir:purpose";
  static final String CATEGORY = "urn:infoshare:fhir:category";
  static final String AGENCY = "urn:infoshare:fhir:agency";

  /** What a sensitivity label stands for. Wide, so that it only ever says what is not to be told. */
  static final Map<String, List<Category>> LABELS =
      Map.ofEntries(
          Map.entry("ETH", substances()),
          Map.entry("SUD", substances()),
          Map.entry("ETHUD", substances()),
          Map.entry("OPIOIDUD", substances()),
          Map.entry("PSY", List.of(Category.MENTAL_HEALTH)),
          Map.entry("MH", List.of(Category.MENTAL_HEALTH)),
          Map.entry("BH", List.of(Category.MENTAL_HEALTH)),
          Map.entry("SEX", List.of(Category.SEXUAL_REPRODUCTIVE)),
          Map.entry("HIV", List.of(Category.SEXUAL_REPRODUCTIVE)),
          Map.entry("STD", List.of(Category.SEXUAL_REPRODUCTIVE)),
          Map.entry("SDV", List.of(Category.DA_VICTIM)),
          Map.entry("LOCIS", List.of(Category.LOCATION)),
          Map.entry("DEMO", List.of(Category.IDENTITY)));

  private FhirCodes() {}

  private static List<Category> substances() {
    return List.of(
        Category.SUBSTANCE_ENGAGEMENT, Category.SUBSTANCE_CLINICAL, Category.SUBSTANCE_CONTENT);
  }

  /** The one code of a concept. */
  static String one(CodeableConcept concept, String system, String where) {
    if (concept.getCoding().size() != 1) {
      throw new MalformedMessage(Code.NOT_VALID, where, "send one coding, system " + system);
    }
    return of(concept.getCodingFirstRep(), system, where);
  }

  static String of(Coding coding, String system, String where) {
    if (!system.equals(coding.getSystem()) || coding.getCode() == null) {
      throw new MalformedMessage(Code.UNKNOWN_CODE, where, "use a code of the system " + system);
    }
    return coding.getCode();
  }

  /** A code that one of the contract's extensions carries. */
  static <T> Optional<T> extension(DomainResource resource, String name, CodeList<T> codes) {
    String url = "urn:infoshare:fhir:" + name;
    var found = resource.getExtensionsByUrl(url);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String where = "Consent.extension(" + name + ")";
    if (found.size() > 1 || !(found.getFirst().getValue() instanceof CodeType code)) {
      throw new MalformedMessage(Code.NOT_VALID, where, "send it once, as valueCode");
    }
    return Optional.of(codes.read(where, code.getValue() == null ? "" : code.getValue()));
  }
}
