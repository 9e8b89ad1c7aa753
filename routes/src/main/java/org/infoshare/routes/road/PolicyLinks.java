package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.words.LinkKind;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Family;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;

/**
 * An agency's links to the people of a message in the policy's words. All of them are known only when something, and be it that
 * there is none, was stated about everybody on whom a bar could rest: nobody's silence makes a link that is not there.
 */
final class PolicyLinks {

  private static final Set<RelationKind> NEAR =
      Set.of(RelationKind.PARTNER_OF, RelationKind.RELATIVE_OF, RelationKind.ASSOCIATE_OF);
  private static final Set<RelationKind> OF_A_CHILD = Set.of(RelationKind.PARENT_OF, RelationKind.PR_FOR);

  private PolicyLinks() {}

  /**
   * The links that are known; absent, which the policy reads as unknown, if there is none and more may exist. Known ones are
   * passed on even then: unknown links bar for functions that work with adults only, a known one bars for every function.
   */
  static Optional<List<DisclosureRequest.Link>> known(Family family, AgencyId agency) {
    List<DisclosureRequest.Link> links = stated(family, agency).flatMap(PolicyLinks::link).distinct().toList();
    return links.isEmpty() && moreUnknown(family, agency) ? Optional.empty() : Optional.of(links);
  }

  /** Whether nothing was stated about somebody on whom a bar could rest, or about anybody at all. */
  static boolean moreUnknown(Family family, AgencyId agency) {
    Set<PersonId> spokenOf = stated(family, agency).map(LinkStatement::person).collect(Collectors.toSet());
    return spokenOf.isEmpty() || !spokenOf.containsAll(mattering(family));
  }

  private static Stream<LinkStatement> stated(Family family, AgencyId agency) {
    return family.links().stream().filter(link -> link.agency().equals(agency));
  }

  private static Stream<DisclosureRequest.Link> link(LinkStatement stated) {
    return stated.link().stream()
        .map(
            kind ->
                new DisclosureRequest.Link(
                    PolicyFamily.ref(stated.person()), PolicyWords.in(LinkKind.values(), kind.word())));
  }

  /** Whoever is alleged to abuse, and whoever is said to stand close to them, as the policy reads it. */
  private static Set<PersonId> mattering(Family family) {
    Set<PersonId> abusers = ends(family, Relation::a, told -> told.kind() == RelationKind.ALLEGED_ABUSER_OF);
    var matter = new HashSet<>(abusers);
    abusers.forEach(abuser -> matter.addAll(around(family, abuser)));
    return matter;
  }

  /** Not the abused, who may be the partner, nor their children: a link to them bars nothing, and tells nothing of the abuser. */
  private static Set<PersonId> around(Family family, PersonId abuser) {
    var near = ends(family, Relation::b, told -> NEAR.contains(told.kind()) && told.a().equals(abuser));
    near.addAll(ends(family, Relation::a, told -> NEAR.contains(told.kind()) && told.b().equals(abuser)));
    Set<PersonId> abused =
        ends(family, Relation::b, told -> told.kind() == RelationKind.ALLEGED_ABUSER_OF && told.a().equals(abuser));
    near.removeAll(abused);
    near.removeAll(ends(family, Relation::b, told -> OF_A_CHILD.contains(told.kind()) && abused.contains(told.a())));
    return near;
  }

  private static Set<PersonId> ends(Family family, Function<Relation, PersonId> end, Predicate<Relation> wanted) {
    return family.relations().stream().filter(wanted).map(end).collect(Collectors.toCollection(HashSet::new));
  }
}
