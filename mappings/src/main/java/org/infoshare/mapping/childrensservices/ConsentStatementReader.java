package org.infoshare.mapping.childrensservices;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.ConsentGiven;
import org.infoshare.mapping.childrensservices.wire.ConsentStatement;
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

/** Reads that persons of a case gave, refused or withdrew consent. */
final class ConsentStatementReader {

  private final ConsentStatement statement;
  private final Reading reading;
  private final FamilyReader family;

  ConsentStatementReader(ConsentStatement statement) {
    this.statement = statement;
    this.reading = new Reading(statement.getWrittenOn(), false);
    this.family = new FamilyReader(statement.getFamily(), reading);
  }

  ConsentRecord read() {
    var first = family.persons().getFirst().id();
    var worker = new WorkerReader(statement.getSocialWorker(), first, reading);
    var consents = new ArrayList<Consent>();
    statement.getConsent().forEach(given -> consents.addAll(read(given)));
    var envelope =
        new Envelope(
            new MessageId(statement.getMessageId()),
            Optional.empty(),
            ChildrensServicesMapping.SELF,
            worker.practitioner(),
            List.of(),
            new CaseReference(statement.getCaseReference()),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            worker.areas(),
            new Family(family.persons(), family.relations(), List.of(), consents),
            statement.getSentAt().toInstant());
    return new ConsentRecord(envelope, reading.segments());
  }

  private List<Consent> read(ConsentGiven given) {
    var about = family.person(given.getAbout(), "consent/@about");
    var giver = given.getGiver() == null ? about : family.person(given.getGiver(), "consent/giver");
    var state = Codes.CONSENT_STATE.read("consent/state", given.getState());
    var circumstances =
        code(
            Codes.CIRCUMSTANCES,
            "consent/circumstances",
            given.getCircumstances(),
            Circumstances.UNKNOWN);
    var coercion = code(Codes.COERCION, "consent/coercion", given.getCoercion(), Coercion.NONE);
    var authority =
        code(
            Codes.AUTHORITY,
            "consent/authority",
            given.getAuthority(),
            giver.equals(about) ? Authority.SELF : Authority.NONE);
    reading.fact(
        about,
        "agreement",
        PartLabels.NONE,
        new Content.AgreementObtained(
            state == ConsentState.GIVEN,
            Personal.of(given.getAskedBy()),
            Optional.of(England.day(given.getAt())),
            circumstances));
    return kinds(given).stream()
        .map(
            kind ->
                new Consent(
                    about,
                    kind,
                    state,
                    giver,
                    authority,
                    scope(given),
                    given.getAt().toInstant(),
                    Optional.ofNullable(given.getExpires()).map(OffsetDateTime::toInstant),
                    Boolean.TRUE.equals(given.isCompetentMinor()),
                    circumstances,
                    coercion))
        .toList();
  }

  private static List<ConsentKind> kinds(ConsentGiven given) {
    return given.getKind().isEmpty()
        ? List.of(ConsentKind.SERVICE, ConsentKind.CONFIDENTIALITY)
        : codes(Codes.CONSENT_KIND, "consent/kind", given.getKind());
  }

  private static ConsentScope scope(ConsentGiven given) {
    return new ConsentScope(
        codes(Codes.PURPOSE, "consent/purpose", given.getPurpose()),
        codes(Codes.CATEGORY, "consent/category", given.getCategory()),
        given.getRecipientAgency().stream().map(AgencyId::new).toList(),
        List.<PersonId>of());
  }

  private static <T> T code(CodeList<T> list, String where, String code, T absent) {
    return code == null ? absent : list.read(where, code);
  }

  private static <T> List<T> codes(CodeList<T> list, String where, List<String> codes) {
    return codes.stream().distinct().map(code -> list.read(where, code)).toList();
  }
}
