package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Codes.word;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.mapping.Rendering;
import org.infoshare.mapping.childrensservices.wire.AgreementRecorded;
import org.infoshare.mapping.childrensservices.wire.AllocatedWorker;
import org.infoshare.mapping.childrensservices.wire.Attachment;
import org.infoshare.mapping.childrensservices.wire.CoreServiceContact;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.mapping.childrensservices.wire.Forwarded;
import org.infoshare.mapping.childrensservices.wire.Narrative;
import org.infoshare.mapping.childrensservices.wire.Origin;
import org.infoshare.mapping.childrensservices.wire.Progress;
import org.infoshare.mapping.childrensservices.wire.Rating;
import org.infoshare.mapping.childrensservices.wire.RiskNarrative;
import org.infoshare.mapping.childrensservices.wire.RiskOfHarm;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/** Writes what children's services receive, from the segments of a message and nothing else. */
final class ForwardedWriter {

  static final Set<Label> LABELS =
      Set.of(Label.NOT_INCLUDED, Label.NOT_TO_BE_TOLD, Label.STANDING);

  private final Forwarded document;
  private final FamilyWriter family;
  private final Set<SegmentId> notCarried = new LinkedHashSet<>();

  ForwardedWriter(Forwarded document) {
    this.document = document;
    this.family = new FamilyWriter(document);
  }

  Rendering<Document> write(CaseMessage message, Labels labels) {
    var envelope = message.envelope();
    document.setMessageId(envelope.id().value());
    document.setSentAt(moment(envelope.sentAt()));
    document.setInReplyTo(envelope.inReplyTo().map(MessageId::value).orElse(null));
    document.setKind(message.kind());
    document.setPurpose(envelope.purpose().word());
    document.setFrom(origin(envelope));
    if (labels.someNotIncluded()) {
      document.setNotIncluded("Some information was not included. Ask " + envelope.from() + ".");
    }
    document.getNotToBeTold().addAll(refs(labels.notToBeTold()));
    for (Segment segment : message.segments()) {
      if (!write(segment)) {
        notCarried.add(segment.id());
      }
    }
    return new Rendering<>(document, notCarried);
  }

  static Origin origin(Envelope envelope) {
    var by = envelope.by();
    var origin = new Origin();
    origin.setAgency(envelope.from().value());
    origin.setName(by.name().value());
    origin.setRole(by.role());
    origin.setTeam(by.team().orElse(null));
    origin.setCallBack(by.callBack().map(Personal::value).orElse(null));
    return origin;
  }

  /** Whether the form has a place for it. */
  private boolean write(Segment segment) {
    return switch (segment.content()) {
      case Content.PersonDetails details -> family.identity(segment, details);
      case Content.Whereabouts where -> family.whereabouts(segment, where);
      case Content.Household household -> family.relations(segment, household);
      case Content.AllegedAbuse abuse -> family.allegedAbuse(segment, abuse);
      case Content.PlanStatus plan -> family.plan(segment, plan);
      case Content.PlanDetail detail -> family.planDetail(segment, detail);
      case Content.RiskStatement statement ->
          document.getRiskStatement().add(narrative(segment, statement));
      case Content.RiskOfHarm risk -> document.getRiskOfHarm().add(risk(segment, risk));
      case Content.HarmRating rating -> document.getRating().add(rating(segment, rating));
      case Content.TreatmentEngagement contact ->
          document.getCoreService().add(coreService(segment, contact));
      case Content.Prescribing prescribing ->
          document.getCoreService().add(coreService(segment, prescribing));
      case Content.TreatmentContent said -> document.getSaidInTreatment().add(said(segment, said));
      case Content.ReferralProgress progress ->
          document.getProgress().add(progress(segment, progress));
      case Content.AgreementObtained agreement ->
          document.getAgreement().add(agreement(segment, agreement));
      case Content.OtherWorker worker -> document.getOtherWorker().add(worker(segment, worker));
      case Content.Unclassified attachment ->
          document.getAttachment().add(attachment(segment, attachment));
    };
  }

  private static RiskNarrative narrative(Segment segment, Content.RiskStatement statement) {
    var narrative = new RiskNarrative();
    text(narrative, segment, statement.text());
    narrative.setTopic(word(statement.topic()));
    return narrative;
  }

  private static Narrative said(Segment segment, Content.TreatmentContent said) {
    var narrative = new Narrative();
    text(narrative, segment, said.text());
    return narrative;
  }

  private static void text(Narrative narrative, Segment segment, Personal text) {
    narrative.getAbout().add(segment.about().value());
    narrative.setStanding(segment.standing().word());
    narrative.setAsOf(segment.asOf());
    narrative.setValue(text.value());
  }

  private static RiskOfHarm risk(Segment segment, Content.RiskOfHarm risk) {
    var written = new RiskOfHarm();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setImmediate(risk.immediate());
    written.getHarm().addAll(risk.harms());
    written.getFrom().addAll(refs(risk.from()));
    written.setAssessedAt(risk.assessedAt().map(ForwardedWriter::moment).orElse(null));
    return written;
  }

  private static Rating rating(Segment segment, Content.HarmRating rating) {
    var written = new Rating();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setLevel(rating.rag().word());
    written.setRatedBy(word(rating.ratedBy()));
    return written;
  }

  private static CoreServiceContact coreService(
      Segment segment, Content.TreatmentEngagement contact) {
    var written = coreService(segment);
    written.setState(word(contact.coreService()));
    contact.substances().forEach(substance -> written.getSubstance().add(substance.value()));
    return written;
  }

  private static CoreServiceContact coreService(Segment segment, Content.Prescribing prescribing) {
    var written = coreService(segment);
    written.setPrescribing(prescribing.text().value());
    return written;
  }

  private static CoreServiceContact coreService(Segment segment) {
    var written = new CoreServiceContact();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    return written;
  }

  private static Progress progress(Segment segment, Content.ReferralProgress progress) {
    var written = new Progress();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setState(word(progress.progress()));
    written.setReason(value(progress.reason()));
    written.setPractitioner(value(progress.practitioner()));
    written.setJointVisit(day(progress.jointVisit()));
    written.setExit(day(progress.exit()));
    return written;
  }

  private static AgreementRecorded agreement(Segment segment, Content.AgreementObtained agreement) {
    var written = new AgreementRecorded();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setObtained(agreement.obtained());
    written.setAskedBy(value(agreement.by()));
    written.setOn(day(agreement.on()));
    written.setCircumstances(agreement.circumstances().word());
    return written;
  }

  private static AllocatedWorker worker(Segment segment, Content.OtherWorker worker) {
    var written = new AllocatedWorker();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setService(word(worker.service()));
    written.setName(worker.worker().value());
    written.setContact(value(worker.contact()));
    return written;
  }

  private static Attachment attachment(Segment segment, Content.Unclassified attachment) {
    var written = new Attachment();
    written.setAbout(segment.about().value());
    written.setStanding(segment.standing().word());
    written.setAsOf(segment.asOf());
    written.setFileName(value(attachment.fileName()));
    written.setMediaType(attachment.mediaType());
    written.setContent(attachment.bytes());
    return written;
  }

  private static List<String> refs(List<PersonId> persons) {
    return persons.stream().map(PersonId::value).toList();
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String value(Optional<Personal> value) {
    return value.map(Personal::value).orElse(null);
  }

  private static LocalDate day(Optional<LocalDate> day) {
    return day.orElse(null);
  }
}
