package org.infoshare.mapping.cgl;

import static org.infoshare.mapping.Codes.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.mapping.Rendering;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Labels;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Referral;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * Writes a referral as the service receives it, from the segments of the message and nothing else.
 */
final class ReferralWriter {

  private final PersonsWriter persons = new PersonsWriter();
  private final List<CglReferral.Relation> relations = new ArrayList<>();
  private final List<CglReferral.RiskOfHarm> risksOfHarm = new ArrayList<>();
  private final List<CglReferral.Rating> ratings = new ArrayList<>();
  private final List<CglReferral.RiskStatement> riskStatements = new ArrayList<>();
  private final List<CglReferral.CoreService> coreService = new ArrayList<>();
  private final List<CglSaid> saidInTreatment = new ArrayList<>();
  private final List<CglReferral.Agreement> agreements = new ArrayList<>();
  private final List<CglReferral.OtherWorker> otherWorkers = new ArrayList<>();
  private final List<CglAttachment> attachments = new ArrayList<>();
  private final Set<SegmentId> notCarried = new LinkedHashSet<>();

  Rendering<CglDocument> write(Referral referral, Labels labels) {
    for (Segment segment : referral.segments()) {
      if (!write(segment)) {
        notCarried.add(segment.id());
      }
    }
    var envelope = referral.envelope();
    var written =
        new CglReferral(
            envelope.id().value(),
            envelope.sentAt(),
            envelope.purpose().word(),
            origin(envelope),
            labels.someNotIncluded()
                ? Optional.of("Some information was not included. Ask " + envelope.from() + ".")
                : Optional.empty(),
            refs(labels.notToBeTold()),
            persons.written(),
            relations,
            risksOfHarm,
            ratings,
            riskStatements,
            coreService,
            saidInTreatment,
            agreements,
            otherWorkers,
            attachments);
    return new Rendering<>(written, notCarried);
  }

  static CglReferral.Origin origin(Envelope envelope) {
    var by = envelope.by();
    return new CglReferral.Origin(
        envelope.from().value(),
        by.name().value(),
        by.role(),
        by.team(),
        by.callBack().map(Personal::value));
  }

  /** Whether the form has a place for it. */
  private boolean write(Segment segment) {
    var about = segment.about().value();
    var standing = segment.standing().word();
    var asOf = segment.asOf();
    return switch (segment.content()) {
      case Content.PersonDetails details -> persons.identity(segment, details);
      case Content.Whereabouts where -> persons.whereabouts(segment, where);
      case Content.PlanStatus plan -> persons.plan(segment, plan);
      case Content.PlanDetail detail -> persons.planDetail(segment, detail);
      case Content.Household household ->
          relations.addAll(
              household.relations().stream().map(told -> relation(segment, told)).toList());
      case Content.AllegedAbuse abuse ->
          relations.addAll(
              abuse.of().stream()
                  .map(
                      abused ->
                          new Relation(segment.about(), RelationKind.ALLEGED_ABUSER_OF, abused))
                  .map(told -> relation(segment, told))
                  .toList());
      case Content.RiskOfHarm risk ->
          risksOfHarm.add(
              new CglReferral.RiskOfHarm(
                  about,
                  risk.immediate(),
                  risk.harms(),
                  refs(risk.from()),
                  risk.assessedAt(),
                  standing,
                  asOf));
      case Content.HarmRating rating ->
          ratings.add(
              new CglReferral.Rating(
                  about, rating.rag().word(), word(rating.ratedBy()), standing, asOf));
      case Content.RiskStatement statement ->
          riskStatements.add(
              new CglReferral.RiskStatement(
                  about, word(statement.topic()), statement.text().value(), standing, asOf));
      case Content.TreatmentEngagement contact ->
          coreService.add(
              new CglReferral.CoreService(
                  about,
                  Optional.of(word(contact.coreService())),
                  contact.substances().stream().map(Personal::value).toList(),
                  Optional.empty(),
                  standing,
                  asOf));
      case Content.Prescribing prescribing ->
          coreService.add(
              new CglReferral.CoreService(
                  about,
                  Optional.empty(),
                  List.of(),
                  Optional.of(prescribing.text().value()),
                  standing,
                  asOf));
      case Content.TreatmentContent said ->
          saidInTreatment.add(
              new CglSaid(
                  about,
                  said.text().value(),
                  Optional.of(standing),
                  Optional.of(asOf),
                  Optional.empty()));
      case Content.AgreementObtained agreement ->
          agreements.add(
              new CglReferral.Agreement(
                  about,
                  agreement.obtained(),
                  agreement.by().map(Personal::value),
                  agreement.on(),
                  agreement.circumstances().word(),
                  standing,
                  asOf));
      case Content.OtherWorker worker ->
          otherWorkers.add(
              new CglReferral.OtherWorker(
                  about,
                  word(worker.service()),
                  worker.worker().value(),
                  worker.contact().map(Personal::value),
                  standing,
                  asOf));
      case Content.Unclassified attachment ->
          attachments.add(
              new CglAttachment(
                  about,
                  attachment.fileName().map(Personal::value),
                  attachment.mediaType(),
                  attachment.bytes(),
                  Optional.of(standing),
                  Optional.of(asOf),
                  Optional.empty()));
      // How the service itself gets on with a referral is what it tells others.
      case Content.ReferralProgress progress -> false;
    };
  }

  private static CglReferral.Relation relation(Segment segment, Relation told) {
    return new CglReferral.Relation(
        told.a().value(),
        told.kind().word(),
        told.b().value(),
        segment.standing().word(),
        segment.asOf());
  }

  private static List<String> refs(List<PersonId> persons) {
    return persons.stream().map(PersonId::value).toList();
  }
}
