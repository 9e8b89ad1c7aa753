package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;
import org.infoshare.model.Segment;

/**
 * Whom the parts of a message mention. A part about one person may mention others: a relation has two ends, a risk comes from
 * somebody.
 */
public final class Mentions {

  private Mentions() {}

  /** Whom the parts are about, or mention. */
  public static Set<PersonId> in(List<Segment> segments) {
    var mentioned = new HashSet<PersonId>();
    for (Segment segment : segments) {
      mentioned.add(segment.about());
      switch (segment.content()) {
        case Content.Household household ->
            household.relations().forEach(relation -> mentioned.addAll(List.of(relation.a(), relation.b())));
        case Content.AllegedAbuse abuse -> mentioned.addAll(abuse.of());
        case Content.RiskOfHarm risk -> mentioned.addAll(risk.from());
        case Content.PersonDetails ignored -> {}
        case Content.Whereabouts ignored -> {}
        case Content.PlanStatus ignored -> {}
        case Content.PlanDetail ignored -> {}
        case Content.RiskStatement ignored -> {}
        case Content.HarmRating ignored -> {}
        case Content.TreatmentEngagement ignored -> {}
        case Content.ReferralProgress ignored -> {}
        case Content.Prescribing ignored -> {}
        case Content.TreatmentContent ignored -> {}
        case Content.AgreementObtained ignored -> {}
        case Content.OtherWorker ignored -> {}
        case Content.Unclassified ignored -> {}
      }
    }
    return mentioned;
  }

  /** The same parts, mentioning none of these persons; a part that says nothing else is gone. */
  static List<Segment> without(Set<PersonId> unspoken, List<Segment> segments) {
    return unspoken.isEmpty()
        ? segments
        : segments.stream().flatMap(segment -> without(unspoken, segment).stream()).toList();
  }

  private static Optional<Segment> without(Set<PersonId> unspoken, Segment segment) {
    return switch (segment.content()) {
      case Content.Household(List<Relation> relations) -> {
        var left =
            relations.stream().filter(told -> !unspoken.contains(told.a()) && !unspoken.contains(told.b())).toList();
        yield left.isEmpty() ? Optional.empty() : Optional.of(saying(segment, new Content.Household(left)));
      }
      case Content.AllegedAbuse(List<PersonId> of) -> {
        var left = of.stream().filter(abused -> !unspoken.contains(abused)).toList();
        yield left.isEmpty() ? Optional.empty() : Optional.of(saying(segment, new Content.AllegedAbuse(left)));
      }
      case Content.RiskOfHarm risk -> {
        var from = risk.from().stream().filter(source -> !unspoken.contains(source)).toList();
        yield Optional.of(
            saying(segment, new Content.RiskOfHarm(risk.immediate(), risk.harms(), from, risk.assessedAt())));
      }
      case Content.PersonDetails ignored -> Optional.of(segment);
      case Content.Whereabouts ignored -> Optional.of(segment);
      case Content.PlanStatus ignored -> Optional.of(segment);
      case Content.PlanDetail ignored -> Optional.of(segment);
      case Content.RiskStatement ignored -> Optional.of(segment);
      case Content.HarmRating ignored -> Optional.of(segment);
      case Content.TreatmentEngagement ignored -> Optional.of(segment);
      case Content.ReferralProgress ignored -> Optional.of(segment);
      case Content.Prescribing ignored -> Optional.of(segment);
      case Content.TreatmentContent ignored -> Optional.of(segment);
      case Content.AgreementObtained ignored -> Optional.of(segment);
      case Content.OtherWorker ignored -> Optional.of(segment);
      case Content.Unclassified ignored -> Optional.of(segment);
    };
  }

  private static Segment saying(Segment segment, Content content) {
    return new Segment(
        segment.id(), segment.about(), segment.standing(), segment.asOf(), segment.handling(), content);
  }
}
