package org.infoshare.routes.road;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Family;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.ProtectedValue.Use;

/**
 * Finds a way to contact somebody that may reach whoever they must be kept safe from: a number, an e-mail or a post address
 * that is known as an alleged abuser's, or that any agency told is not safe. A message left there is heard by the wrong person.
 */
final class ContactSafety {

  private ContactSafety() {}

  /** What may be unsafe, part by part; mostly nothing. */
  static Map<SegmentId, Finding> in(CaseMessage message, Knowledge knowledge) {
    var found = new LinkedHashMap<SegmentId, Finding>();
    for (Segment segment : message.segments()) {
      if (segment.content() instanceof Content.Whereabouts where && namesAWay(where)) {
        unsafe(segment.about(), where, knowledge)
            .ifPresent(value -> found.put(segment.id(), finding(segment, value)));
      }
    }
    return found;
  }

  private static boolean namesAWay(Content.Whereabouts where) {
    return !where.telephones().isEmpty() || !where.emails().isEmpty() || where.safeWaysToMakeContact().isPresent();
  }

  private static Optional<ProtectedValue> unsafe(PersonId person, Content.Whereabouts where, Knowledge knowledge) {
    Set<PersonId> dangerous = dangerousTo(person, knowledge.family());
    return knowledge.protectedValues().stream()
        .filter(value -> value.kind() != Kind.NAME)
        .filter(value -> notSafe(value) ? value.about().equals(person) : dangerous.contains(value.about()))
        .filter(value -> names(where, value))
        .findFirst();
  }

  private static boolean notSafe(ProtectedValue value) {
    return value.told().map(told -> told.use() == Use.NOT_SAFE).orElse(false);
  }

  /** Who is alleged to abuse them; for whoever abuses nobody, everybody of the family who is alleged to abuse. */
  private static Set<PersonId> dangerousTo(PersonId person, Family family) {
    List<Relation> abuse =
        family.relations().stream().filter(relation -> relation.kind() == RelationKind.ALLEGED_ABUSER_OF).toList();
    Set<PersonId> all = abuse.stream().map(Relation::a).collect(Collectors.toCollection(HashSet::new));
    family.persons().stream()
        .filter(other -> other.type() == PersonType.ALLEGED_PERPETRATOR)
        .map(Person::id)
        .forEach(all::add);
    Set<PersonId> dangerous =
        all.contains(person)
            ? abuse.stream()
                .filter(relation -> relation.b().equals(person))
                .map(Relation::a)
                .collect(Collectors.toCollection(HashSet::new))
            : all;
    dangerous.remove(person);
    return dangerous;
  }

  private static boolean names(Content.Whereabouts where, ProtectedValue value) {
    return switch (value.kind()) {
      case TELEPHONE -> isAmong(where.telephones(), value) || inWords(where, value);
      case EMAIL -> isAmong(where.emails(), value) || inWords(where, value);
      case ADDRESS_LINE, POSTCODE, PLACE -> inWords(where, value);
      case NAME -> false;
    };
  }

  private static boolean isAmong(List<Personal> named, ProtectedValue value) {
    Set<String> forms = Normalised.forms(value);
    return named.stream()
        .map(one -> new ProtectedValue(value.about(), value.kind(), one))
        .anyMatch(one -> !Collections.disjoint(Normalised.forms(one), forms));
  }

  private static boolean inWords(Content.Whereabouts where, ProtectedValue value) {
    return where.safeWaysToMakeContact().isPresent()
        && SafeWays.clauses(where.safeWaysToMakeContact().get().value()).stream()
            .filter(clause -> !clause.warns())
            .anyMatch(clause -> Wanted.of(List.of(value)).first(Folded.of(clause.text())).isPresent());
  }

  private static Finding finding(Segment segment, ProtectedValue value) {
    String what = "A way to contact %s ([%s]) ".formatted(segment.about().value(), value.kind());
    String why =
        notSafe(value)
            ? "was told not to be safe"
            : "is known as a way to %s, who is alleged to abuse".formatted(value.about().value());
    return new Finding(Control.CONTACT_SAFETY, segment.id().value(), value.kind().name(), Personal.of(what + why));
  }
}
