package org.infoshare.routes.road;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Category;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PlanType;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * Builds the outgoing message up from the released segments; nothing is ever stripped down from the whole. What the envelope
 * says of people is cut to the people of whom a segment goes, and says nothing of other recipients.
 */
public final class Compose {

  private Compose() {}

  /**
   * A new message with its own id, for one recipient. It mentions nobody who is kept back silently (O8s), not even in a part about
   * somebody else: a reference that leads nowhere would tell. A part that says nothing but that is left out.
   *
   * @param going the released segments
   */
  public static CaseMessage message(Outgoing outgoing, RecipientDecision decision, Set<SegmentId> going) {
    CaseMessage whole = outgoing.message();
    var composed = whole.only(going, envelope(outgoing, going));
    if (!going.containsAll(composed.segments().stream().map(Segment::id).toList())) {
      throw new IllegalStateException("a composed message holds more than was released");
    }
    return holding(composed, Mentions.without(decision.keptBackSilently(whole), composed.segments()));
  }

  private static CaseMessage holding(CaseMessage message, List<Segment> segments) {
    return switch (message) {
      case Referral referral -> new Referral(referral.envelope(), segments);
      case ReferralAnswer answer -> new ReferralAnswer(answer.envelope(), segments);
      case ConsentRecord consent -> new ConsentRecord(consent.envelope(), segments);
      case Recall recall -> recall;
      case RecallConfirmation confirmation -> confirmation;
    };
  }

  /**
   * Names the parts of a message that its recipient is to use no longer, and nothing that they said.
   */
  public static Recall recall(Outgoing outgoing, Outgoing.Recalling recalling) {
    Envelope whole = outgoing.message().envelope();
    var envelope =
        new Envelope(
            outgoing.id(),
            Optional.empty(),
            whole.from(),
            whole.by(),
            List.of(outgoing.recipient()),
            whole.caseReference(),
            whole.purpose(),
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            recalling.at());
    var parts =
        outgoing.message().segments().stream()
            .filter(segment -> outgoing.segments().contains(segment.id()))
            .map(segment -> new Recall.Part(segment.about(), segment.category()))
            .distinct()
            .toList();
    return new Recall(envelope, recalling.message(), parts);
  }

  /** Of these, what states facts in fields, without any narrative: what an immediate message falls back to. */
  public static Set<SegmentId> structuredFloor(CaseMessage message, Set<SegmentId> going) {
    return message.segments().stream()
        .filter(segment -> going.contains(segment.id()) && structured(segment.content()))
        .map(Segment::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean structured(Content content) {
    return switch (content) {
      case Content.PersonDetails ignored -> true;
      case Content.Whereabouts where -> where.safeWaysToMakeContact().isEmpty();
      case Content.Household ignored -> true;
      case Content.PlanStatus ignored -> true;
      case Content.HarmRating ignored -> true;
      case Content.RiskOfHarm ignored -> true;
      case Content.AllegedAbuse ignored -> true;
      case Content.TreatmentEngagement engagement -> engagement.substances().isEmpty();
      case Content.PlanDetail ignored -> false;
      case Content.RiskStatement ignored -> false;
      case Content.ReferralProgress ignored -> false;
      case Content.Prescribing ignored -> false;
      case Content.TreatmentContent ignored -> false;
      case Content.AgreementObtained ignored -> false;
      case Content.OtherWorker ignored -> false;
      case Content.Unclassified ignored -> false;
    };
  }

  /**
   * What the recipient must be told about a composed message itself. Silent redactions (O8s) leave no label, and nobody is named
   * whom the message does not name: the name alone would tell that there is somebody.
   */
  public static Labels labels(RecipientDecision decision, Knowledge knowledge, CaseMessage composed) {
    Set<ObligationCode> codes = codes(decision);
    Set<PersonId> named = Mentions.in(composed.segments());
    List<PersonId> notToBeTold =
        codes.contains(ObligationCode.O10)
            ? knowledge.family().relations().stream()
                .filter(relation -> relation.kind() == RelationKind.ALLEGED_ABUSER_OF)
                .map(Relation::a)
                .filter(named::contains)
                .distinct()
                .toList()
            : List.of();
    return new Labels(codes.contains(ObligationCode.O8), notToBeTold);
  }

  /** What must be told with a composed message (O8, O10, O24), and its form has no place for. */
  public static Set<ObligationCode> notCarried(RecipientDecision decision, Labels labels, Set<Label> carried) {
    var owed = new TreeSet<ObligationCode>();
    if (labels.someNotIncluded() && !carried.contains(Label.NOT_INCLUDED)) {
      owed.add(ObligationCode.O8);
    }
    if (!labels.notToBeTold().isEmpty() && !carried.contains(Label.NOT_TO_BE_TOLD)) {
      owed.add(ObligationCode.O10);
    }
    if (codes(decision).contains(ObligationCode.O24) && !carried.contains(Label.STANDING)) {
      owed.add(ObligationCode.O24);
    }
    return owed;
  }

  private static Set<ObligationCode> codes(RecipientDecision decision) {
    return decision.decision().obligations().stream().map(Obligation::code).collect(Collectors.toSet());
  }

  private static Envelope envelope(Outgoing outgoing, Set<SegmentId> going) {
    Envelope whole = outgoing.message().envelope();
    var segments = outgoing.message().segments().stream().filter(segment -> going.contains(segment.id())).toList();
    Set<PersonId> spokenOf = segments.stream().map(Segment::about).collect(Collectors.toSet());
    boolean riskGoes = segments.stream().anyMatch(segment -> segment.category() == Category.RISK_STATEMENT);
    return new Envelope(
        outgoing.id(),
        outgoing.inReplyTo(),
        whole.from(),
        whole.by(),
        List.of(outgoing.recipient()),
        whole.caseReference(),
        whole.purpose(),
        riskGoes ? risk(whole.risk(), spokenOf) : Risk.UNKNOWN,
        List.of(),
        new Family(
            whole.family().persons().stream()
                .filter(person -> spokenOf.contains(person.id()))
                .map(Compose::bare)
                .toList(),
            List.of(),
            List.of(),
            List.of()),
        whole.sentAt());
  }

  private static Risk risk(Risk risk, Set<PersonId> spokenOf) {
    return new Risk(
        risk.rag(),
        risk.immediate(),
        risk.to().stream().filter(spokenOf::contains).toList(),
        risk.from().stream().filter(spokenOf::contains).toList(),
        risk.harms(),
        risk.assessedAt(),
        risk.evidence());
  }

  private static Person bare(Person person) {
    return new Person(
        person.id(), person.type(), PlanType.NONE, Optional.empty(), List.of(), false, List.of());
  }
}
