package org.infoshare.gateway.operations;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.PersonTold;
import org.infoshare.gateway.ledger.PossibleMatches.PossibleMatch;
import org.infoshare.model.Content.PersonDetails;
import org.infoshare.model.Personal;
import org.infoshare.model.Relation;

/**
 * Two who may be one, as a reader sees them: what each agency told, names cut to their first
 * character and births to their year for the duty team, left out for everybody else; and where the
 * two agree, which is worked out on the whole.
 *
 * @param same in what they agree
 * @param different in what they do not
 */
record MatchPage(
    PossibleMatch match, List<Side> sides, List<String> same, List<String> different) {

  /** One of the two. */
  record Side(List<Telling> tellings) {}

  /**
   * @param who masked; empty where the reader is not to know
   * @param relations to others, by the message's ids; none where the reader is not to know
   */
  record Telling(
      String agency,
      String reference,
      String person,
      String type,
      boolean locationProtected,
      Optional<String> who,
      List<String> identifiers,
      List<Related> relations) {}

  /**
   * One stands to another as {@code kind} says, in the policy's word.
   */
  record Related(String one, String kind, String other) {}

  /**
   * @param whole whether the reader may see the masked names
   */
  static MatchPage of(PossibleMatch match, List<PersonTold> told, boolean whole) {
    var same = new ArrayList<String>();
    var different = new ArrayList<String>();
    compare(match, told, "Given name", values(PersonDetails::givenName), same, different);
    compare(match, told, "Family name", values(PersonDetails::familyName), same, different);
    compare(match, told, "Date of birth", values(PersonDetails::birthDate), same, different);
    for (String system : systems(told)) {
      compare(match, told, system, identifiers(system), same, different);
    }
    return new MatchPage(
        match,
        List.of(side(told, match.personA(), whole), side(told, match.personB(), whole)),
        same,
        different);
  }

  private static Side side(List<PersonTold> told, UUID person, boolean whole) {
    return new Side(
        told.stream()
            .filter(one -> one.registered().equals(person))
            .map(one -> telling(one, whole))
            .toList());
  }

  private static Telling telling(PersonTold told, boolean whole) {
    return new Telling(
        told.agency(),
        told.reference(),
        told.person().value(),
        told.type(),
        told.locationProtected(),
        told.details().filter(details -> whole).map(MatchPage::masked),
        told.identifiers().stream().map(identifier -> identifier.system()).sorted().toList(),
        told.relations().stream().filter(relation -> whole).map(MatchPage::related).toList());
  }

  private static Related related(Relation relation) {
    return new Related(
        relation.a().value(), relation.kind().word(), relation.b().value());
  }

  private static String masked(PersonDetails details) {
    var words = new ArrayList<String>();
    details.givenName().ifPresent(name -> words.add(Excerpt.masked(name.value()).text()));
    details.familyName().ifPresent(name -> words.add(Excerpt.masked(name.value()).text()));
    details.birthDate().ifPresent(born -> words.add("born " + born.getYear()));
    return String.join(" ", words);
  }

  private static Set<String> systems(List<PersonTold> told) {
    return told.stream()
        .flatMap(one -> one.identifiers().stream())
        .map(identifier -> identifier.system())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Function<PersonTold, List<String>> values(
      Function<PersonDetails, Optional<?>> detail) {
    return told ->
        told.details().flatMap(detail::apply).map(MatchPage::plain).stream().toList();
  }

  /** Whatever its capitals and accents: as the registry compares. */
  private static String plain(Object value) {
    return value instanceof Personal name
        ? Normalizer.normalize(name.value(), Normalizer.Form.NFKD)
            .replaceAll("[^\\p{L}\\p{N}]", "")
            .toLowerCase(Locale.ROOT)
        : value.toString();
  }

  private static Function<PersonTold, List<String>> identifiers(String system) {
    return told ->
        told.identifiers().stream()
            .filter(identifier -> identifier.system().equals(system))
            .map(identifier -> identifier.value().value())
            .toList();
  }

  /** Says nothing where only one side has been told about. */
  private static void compare(
      PossibleMatch match,
      List<PersonTold> told,
      String what,
      Function<PersonTold, List<String>> values,
      List<String> same,
      List<String> different) {
    Set<String> ofA = of(told, match.personA(), values);
    Set<String> ofB = of(told, match.personB(), values);
    if (!ofA.isEmpty() && !ofB.isEmpty()) {
      (ofA.stream().anyMatch(ofB::contains) ? same : different).add(what);
    }
  }

  private static Set<String> of(
      List<PersonTold> told, UUID person, Function<PersonTold, List<String>> values) {
    return told.stream()
        .filter(one -> one.registered().equals(person))
        .flatMap(one -> values.apply(one).stream())
        .collect(Collectors.toSet());
  }
}
