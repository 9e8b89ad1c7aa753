package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;
import org.infoshare.model.Segment;

/**
 * Whom the parts of a message mention. A part about one person may mention others: a relation has two ends, a risk comes from
 * somebody.
 */
final class Mentions {

  private Mentions() {}

  /** Whom the parts are about, or mention. */
  static Set<PersonId> in(List<Segment> segments) {
    var mentioned = new HashSet<PersonId>();
    for (Segment segment : segments) {
      mentioned.add(segment.about());
      switch (segment.content()) {
        case Content.Household household ->
            household.relations().forEach(relation -> mentioned.addAll(List.of(relation.a(), relation.b())));
        case Content.AllegedAbuse abuse -> mentioned.addAll(abuse.of());
        case Content.RiskOfHarm risk -> mentioned.addAll(risk.from());
        default -> {}
      }
    }
    return mentioned;
  }

  /** The same parts, mentioning nobody but those whom one of them is about; a part that says nothing else is gone. */
  static List<Segment> onlyOfWhomSomethingGoes(List<Segment> segments) {
    var known = new HashSet<PersonId>();
    segments.forEach(segment -> known.add(segment.about()));
    return segments.stream().flatMap(segment -> cut(segment, known).stream()).toList();
  }

  private static Optional<Segment> cut(Segment segment, Set<PersonId> known) {
    return switch (segment.content()) {
      case Content.Household(List<Relation> relations) -> {
        var left = relations.stream().filter(told -> known.contains(told.a()) && known.contains(told.b())).toList();
        yield left.isEmpty() ? Optional.empty() : Optional.of(saying(segment, new Content.Household(left)));
      }
      case Content.AllegedAbuse(List<PersonId> of) -> {
        var left = of.stream().filter(known::contains).toList();
        yield left.isEmpty() ? Optional.empty() : Optional.of(saying(segment, new Content.AllegedAbuse(left)));
      }
      case Content.RiskOfHarm risk -> {
        var from = risk.from().stream().filter(known::contains).toList();
        yield Optional.of(
            saying(segment, new Content.RiskOfHarm(risk.immediate(), risk.harms(), from, risk.assessedAt())));
      }
      default -> Optional.of(segment);
    };
  }

  private static Segment saying(Segment segment, Content content) {
    return new Segment(
        segment.id(), segment.about(), segment.standing(), segment.asOf(), segment.handling(), content);
  }
}
