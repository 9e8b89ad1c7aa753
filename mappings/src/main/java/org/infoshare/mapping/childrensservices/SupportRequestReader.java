package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.AgencyLink;
import org.infoshare.mapping.childrensservices.wire.AllocatedWorker;
import org.infoshare.mapping.childrensservices.wire.Attachment;
import org.infoshare.mapping.childrensservices.wire.CoreServiceContact;
import org.infoshare.mapping.childrensservices.wire.Informed;
import org.infoshare.mapping.childrensservices.wire.Narrative;
import org.infoshare.mapping.childrensservices.wire.SupportRequest;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Content;
import org.infoshare.model.Content.RiskStatement.Topic;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.Standing;

/** Reads a Family Safeguarding Support Request. */
final class SupportRequestReader {

  private static final CodeList<Purpose> PURPOSE =
      CodeList.of(
          List.of(
              Purpose.TREATMENT_REFERRAL,
              Purpose.CP_ENQUIRY,
              Purpose.IMMEDIATE_SAFETY,
              Purpose.FS_REVIEW),
          Purpose::word);

  private final SupportRequest request;
  private final Reading reading;
  private final FamilyReader family;
  private final PersonId first;

  SupportRequestReader(SupportRequest request) {
    this.request = request;
    this.reading = new Reading(request.getWrittenOn(), urgent(request));
    this.family = new FamilyReader(request.getFamily(), reading);
    this.first = family.persons().getFirst().id();
  }

  /** Immediate, or red by anybody's level of harm: said of the words, before anything is read. */
  static boolean urgent(SupportRequest request) {
    return request.getImmediateRisk() != null
        || request.getLevelOfHarm().stream()
            .anyMatch(level -> Rag.RED.word().equals(level.getRating()));
  }

  Referral read() {
    var worker = new WorkerReader(request.getSocialWorker(), first, reading);
    var recipients =
        request.getRecipient().stream()
            .map(to -> new Recipient(new AgencyId(to.getAgency()), new Function(to.getFunction())))
            .distinct()
            .toList();
    var purpose = purpose();
    var risk =
        new RiskReader(family, reading)
            .read(
                request.getLevelOfHarm(),
                request.getImmediateRisk(),
                Boolean.TRUE.equals(request.isMoreDetrimental()));
    narratives(request.getBriefHistory(), "briefHistory", "history", Topic.BRIEF_HISTORY);
    narratives(
        request.getMainSafeguardingIssues(), "mainSafeguardingIssues", "issues", Topic.MAIN_ISSUES);
    request.getCoreService().forEach(this::coreService);
    var consents =
        new AgreementReader(family, reading, purpose, recipients).read(request.getAgreement());
    var informing = request.getInformed().stream().map(this::informing).toList();
    request.getOtherWorker().forEach(this::otherWorker);
    var links = links();
    request.getAttachment().forEach(this::attachment);
    var envelope =
        new Envelope(
            new MessageId(request.getMessageId()),
            Optional.empty(),
            ChildrensServicesMapping.SELF,
            worker.practitioner(),
            recipients,
            new CaseReference(request.getCaseReference()),
            purpose,
            risk,
            worker.areas(),
            new Family(family.persons(), family.relations(), links, consents, informing),
            requestedUnder(),
            request.getSentAt().toInstant());
    return new Referral(envelope, reading.segments());
  }

  private Purpose purpose() {
    return Optional.ofNullable(request.getPurpose())
        .flatMap(
            code ->
                reading.read(first, fields("purpose", code), () -> PURPOSE.read("purpose", code)))
        .orElse(Purpose.TREATMENT_REFERRAL);
  }

  private Optional<LegalRequest> requestedUnder() {
    return Optional.ofNullable(request.getRequestedUnder())
        .flatMap(
            code ->
                reading.read(
                    first,
                    fields("requestedUnder", code),
                    () -> Codes.LEGAL_REQUEST.read("requestedUnder", code)));
  }

  /** What cannot be read may say that it is not safe. */
  private Informing informing(Informed informed) {
    var about = family.person(informed.getAbout(), "informed/@about");
    var state =
        reading
            .read(
                about,
                fields("state", informed.getState(), "on", informed.getOn()),
                () -> Codes.INFORMED.read("informed/state", informed.getState()))
            .orElse(Informing.State.UNSAFE);
    Personal.of(informed.getWhyUnsafe())
        .ifPresent(
            why ->
                reading.add(
                    about,
                    "not-safe-to-tell",
                    Standing.OPINION,
                    PartLabels.of(informed.getStanding(), informed.getAsOf()),
                    Boolean.TRUE.equals(informed.isNamesPlace()),
                    new Content.RiskStatement(Topic.NOT_SAFE_TO_TELL, why)));
    return new Informing(
        about,
        state,
        Optional.ofNullable(informed.getOn()),
        Boolean.TRUE.equals(informed.isObjected()));
  }

  private void narratives(List<Narrative> received, String where, String word, Topic topic) {
    for (Narrative narrative : received) {
      for (PersonId about : family.persons(narrative.getAbout(), where + "/@about")) {
        reading.add(
            about,
            word,
            Standing.OPINION,
            PartLabels.of(narrative.getStanding(), narrative.getAsOf()),
            Boolean.TRUE.equals(narrative.isNamesPlace()),
            new Content.RiskStatement(topic, new Personal(narrative.getValue().strip())));
      }
    }
  }

  private void coreService(CoreServiceContact contact) {
    var about = family.person(contact.getAbout(), "coreService/@about");
    var labels = PartLabels.of(contact.getStanding(), contact.getAsOf());
    if (contact.getState() != null || !contact.getSubstance().isEmpty()) {
      reading
          .read(
              about,
              fields(
                  "state",
                  contact.getState(),
                  "substance",
                  String.join(", ", contact.getSubstance())),
              () -> Codes.CORE_SERVICE.read("coreService/state", contact.getState()))
          .ifPresent(
              state ->
                  reading.fact(
                      about,
                      "core-service",
                      labels,
                      new Content.TreatmentEngagement(
                          state, contact.getSubstance().stream().map(Personal::new).toList())));
    }
    Personal.of(contact.getPrescribing())
        .ifPresent(
            text -> reading.fact(about, "prescribing", labels, new Content.Prescribing(text)));
  }

  private void otherWorker(AllocatedWorker worker) {
    var about = family.person(worker.getAbout(), "otherWorker/@about");
    var received =
        fields(
            "service",
            worker.getService(),
            "name",
            worker.getName(),
            "contact",
            worker.getContact());
    reading
        .read(about, received, () -> Codes.SERVICE.read("otherWorker/service", worker.getService()))
        .ifPresent(
            service ->
                reading.fact(
                    about,
                    "worker",
                    PartLabels.of(worker.getStanding(), worker.getAsOf()),
                    new Content.OtherWorker(
                        service,
                        new Personal(worker.getName()),
                        Personal.of(worker.getContact()))));
  }

  private List<LinkStatement> links() {
    var links = new ArrayList<LinkStatement>();
    for (AgencyLink stated : request.getAgencyLink()) {
      var person = family.person(stated.getPerson(), "agencyLink/@person");
      var received = fields("agency", stated.getAgency(), "link", stated.getLink());
      reading
          .read(person, received, () -> Codes.LINK.read("agencyLink/@link", stated.getLink()))
          .ifPresent(
              link -> links.add(new LinkStatement(new AgencyId(stated.getAgency()), person, link)));
    }
    return links;
  }

  private void attachment(Attachment attachment) {
    var about = family.person(attachment.getAbout(), "attachment/@about");
    reading.add(
        about,
        "attachment",
        Standing.FACT,
        PartLabels.of(attachment.getStanding(), attachment.getAsOf()),
        Boolean.TRUE.equals(attachment.isNamesPlace()),
        new Content.Unclassified(
            Personal.of(attachment.getFileName()),
            attachment.getMediaType(),
            attachment.getContent()));
  }
}
