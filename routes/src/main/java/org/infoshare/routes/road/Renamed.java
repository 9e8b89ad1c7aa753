package org.infoshare.routes.road;

import java.util.List;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Labels;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Relation;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;

/** What was composed for a recipient, with its persons under the refs by which the recipient knows them. */
final class Renamed {

  private final RecipientRefs refs;

  Renamed(RecipientRefs refs) {
    this.refs = refs;
  }

  CaseMessage message(CaseMessage message) {
    Envelope envelope = envelope(message.envelope());
    List<Segment> segments = message.segments().stream().map(this::segment).toList();
    return switch (message) {
      case Referral referral -> new Referral(envelope, segments);
      case ReferralAnswer answer -> new ReferralAnswer(envelope, segments);
      case ConsentRecord consent -> new ConsentRecord(envelope, segments);
      case RecallConfirmation confirmation -> new RecallConfirmation(envelope, confirmation.done());
      case Recall recall -> {
        var parts = recall.parts().stream().map(part -> new Recall.Part(refs.of(part.about()), part.category())).toList();
        yield new Recall(envelope, recall.recalled(), parts);
      }
    };
  }

  Labels labels(Labels labels) {
    return new Labels(labels.someNotIncluded(), all(labels.notToBeTold()));
  }

  /** A composed envelope holds persons and their part in the risk, but no relation, link or consent, and not who may be told. */
  private Envelope envelope(Envelope envelope) {
    Family family = envelope.family();
    if (!family.relations().isEmpty()
        || !family.links().isEmpty()
        || !family.consents().isEmpty()
        || !family.informing().isEmpty()) {
      throw new IllegalStateException("the envelope of a composed message holds what a recipient must not read");
    }
    Risk risk = envelope.risk();
    return new Envelope(
        envelope.id(),
        envelope.inReplyTo(),
        envelope.from(),
        envelope.by(),
        envelope.to(),
        envelope.caseReference(),
        envelope.purpose(),
        new Risk(
            risk.rag(), risk.immediate(), all(risk.to()), all(risk.from()), risk.harms(), risk.assessedAt(), risk.evidence()),
        envelope.areas(),
        new Family(family.persons().stream().map(this::person).toList(), List.of(), List.of(), List.of()),
        envelope.sentAt());
  }

  private Person person(Person person) {
    return new Person(
        refs.of(person.id()),
        person.type(),
        person.plan(),
        person.birthDate(),
        person.identifiers(),
        person.locationProtected(),
        person.safeFunctions());
  }

  private Segment segment(Segment segment) {
    return new Segment(
        segment.id(),
        refs.of(segment.about()),
        segment.standing(),
        segment.asOf(),
        segment.handling(),
        content(segment.content()));
  }

  private Content content(Content content) {
    return switch (content) {
      case Content.Household(List<Relation> relations) ->
          new Content.Household(relations.stream().map(this::relation).toList());
      case Content.AllegedAbuse(List<PersonId> of) -> new Content.AllegedAbuse(all(of));
      case Content.RiskOfHarm risk ->
          new Content.RiskOfHarm(risk.immediate(), risk.harms(), all(risk.from()), risk.assessedAt());
      case Content.PersonDetails ignored -> content;
      case Content.Whereabouts ignored -> content;
      case Content.PlanStatus ignored -> content;
      case Content.PlanDetail ignored -> content;
      case Content.RiskStatement ignored -> content;
      case Content.HarmRating ignored -> content;
      case Content.TreatmentEngagement ignored -> content;
      case Content.ReferralProgress ignored -> content;
      case Content.Prescribing ignored -> content;
      case Content.TreatmentContent ignored -> content;
      case Content.AgreementObtained ignored -> content;
      case Content.OtherWorker ignored -> content;
      case Content.Unclassified ignored -> content;
    };
  }

  private Relation relation(Relation told) {
    return new Relation(refs.of(told.a()), told.kind(), refs.of(told.b()));
  }

  private List<PersonId> all(List<PersonId> persons) {
    return persons.stream().map(refs::of).toList();
  }
}
