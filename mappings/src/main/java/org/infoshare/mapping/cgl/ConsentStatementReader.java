package org.infoshare.mapping.cgl;

import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.England;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.infoshare.model.Risk;

/** Reads that a client gave, refused or withdrew consent. */
final class ConsentStatementReader {


  private ConsentStatementReader() {}

  static ConsentRecord read(CglConsentStatement statement) {
    var reading = new Reading(statement.decidedOn(), false);
    var about = new PersonId(statement.about());
    var state = Codes.CONSENT_STATE.read("state", statement.state());
    var circumstances =
        statement
            .circumstances()
            .map(code -> Codes.CIRCUMSTANCES.read("circumstances", code))
            .orElse(Circumstances.UNKNOWN);
    reading.fact(
        about,
        "agreement",
        PartLabels.NONE,
        new Content.AgreementObtained(
            state == ConsentState.GIVEN,
            statement.askedBy().flatMap(Personal::of),
            Optional.of(England.day(statement.at())),
            circumstances));
    var consents =
        kinds(statement).stream()
            .map(kind -> consent(statement, about, kind, state, circumstances))
            .toList();
    var envelope =
        new Envelope(
            new MessageId(statement.id()),
            Optional.of(new MessageId(statement.inReplyTo())),
            CglMapping.SELF,
            PractitionerReader.read(statement.practitioner()),
            List.of(),
            new CaseReference(statement.caseReference()),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of(),
            new Family(List.of(), List.of(), List.of(), consents),
            statement.sentAt());
    return new ConsentRecord(envelope, reading.segments());
  }

  private static Consent consent(
      CglConsentStatement statement,
      PersonId about,
      ConsentKind kind,
      ConsentState state,
      Circumstances circumstances) {
    var giver = statement.giver().map(PersonId::new).orElse(about);
    return new Consent(
        about,
        kind,
        state,
        giver,
        statement
            .authority()
            .map(code -> Codes.AUTHORITY.read("authority", code))
            .orElse(giver.equals(about) ? Authority.SELF : Authority.NONE),
        scope(statement),
        statement.at(),
        statement.expires(),
        statement.competentMinor().orElse(false),
        circumstances,
        statement
            .coercion()
            .map(code -> Codes.COERCION.read("coercion", code))
            .orElse(Coercion.NONE));
  }

  private static List<ConsentKind> kinds(CglConsentStatement statement) {
    return statement.kinds().isEmpty()
        ? List.of(ConsentKind.SERVICE, ConsentKind.CONFIDENTIALITY)
        : codes(Codes.CONSENT_KIND, "kinds", statement.kinds());
  }

  private static ConsentScope scope(CglConsentStatement statement) {
    return new ConsentScope(
        codes(Codes.PURPOSE, "purposes", statement.purposes()),
        codes(Codes.CATEGORY, "categories", statement.categories()),
        statement.recipientAgencies().stream().map(AgencyId::new).toList(),
        List.of());
  }

  private static <T> List<T> codes(CodeList<T> list, String where, List<String> codes) {
    return codes.stream().distinct().map(code -> list.read(where, code)).toList();
  }
}
