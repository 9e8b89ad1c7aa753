package org.infoshare.mapping.fhir;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.NhsNumber;
import org.infoshare.model.Identifier;

/** By what the resource, its persons and its recipients are known. */
final class Identifiers {

  private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,60}");

  private Identifiers() {}

  /** The sender's own name of the consent: the same at every version of it. */
  static String ofConsent(Consent consent) {
    String value = consent.getIdentifier().size() == 1 ? consent.getIdentifierFirstRep().getValue() : null;
    if (value == null || !WORD.matcher(value).matches()) {
      throw new MalformedMessage(
          Code.NOT_VALID,
          "Consent.identifier",
          "send one identifier, up to 60 letters, digits and . _ -; the same at every version");
    }
    return value;
  }

  static Identifier nhsNumber(Reference person, String where) {
    var identifier = person.getIdentifier();
    if (!NHS_NUMBER.equals(identifier.getSystem())
        || identifier.getValue() == null
        || !TEN_DIGITS.matcher(identifier.getValue()).matches()) {
      throw new MalformedMessage(
          Code.NOT_VALID, where + ".identifier", "name the person by an NHS number, system " + NHS_NUMBER);
    }
    return NhsNumber.read(where + ".identifier", identifier.getValue());
  }
}
