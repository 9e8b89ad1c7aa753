package org.infoshare.mapping.fhir;

import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;

/** Parts of the resource that would change its meaning and that this contract does not read. */
final class MustUnderstand {

  private MustUnderstand() {}

  static void nothingElse(Consent consent) {
    refuse(!consent.getModifierExtension().isEmpty(), "Consent.modifierExtension", "leave it out");
    refuse(consent.hasImplicitRules(), "Consent.implicitRules", "leave it out");
    refuse(
        consent.getVerification().stream().anyMatch(one -> !one.getVerified()),
        "Consent.verification.verified",
        "send it when it is verified");
    provision(consent.getProvision(), "Consent.provision");
    for (ProvisionComponent nested : consent.getProvision().getProvision()) {
      provision(nested, "Consent.provision.provision");
      refuse(
          nested.hasProvision(),
          "Consent.provision.provision.provision",
          "exceptions to exceptions are not read: send them as another Consent");
    }
  }

  private static void provision(ProvisionComponent provision, String where) {
    refuse(!provision.getModifierExtension().isEmpty(), where + ".modifierExtension", "leave it out");
    refuse(provision.hasData(), where + ".data", "single records are not read: name categories in code");
    refuse(provision.hasDataPeriod(), where + ".dataPeriod", "is not read: leave it out");
    refuse(provision.hasAction(), where + ".action", "is not read: what is recorded is consent to disclosure");
    refuse(provision.hasClass_(), where + ".class", "is not read: name categories in code");
  }

  private static void refuse(boolean present, String where, String whatToDo) {
    if (present) {
      throw new MalformedMessage(Code.NOT_VALID, where, whatToDo);
    }
  }
}
