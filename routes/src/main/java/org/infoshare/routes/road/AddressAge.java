package org.infoshare.routes.road;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.ProtectedValue.Told;
import org.infoshare.routes.road.ProtectedValue.Use;

/**
 * Finds a home address, or a safe way of contact by post, that is older than another home address of the same person, from
 * whatever agency. A letter to an old address is opened by whoever stayed there.
 *
 * <p>An address is as old as the last day of which a sender said that it was so. One that is only repeated, without such a day,
 * was copied from an older record as often as it was looked at again: it stays as old as when it was first told.
 */
final class AddressAge {

  private static final Comparator<Told> AGE = Comparator.comparing(Told::asOf).thenComparing(Told::at);

  private AddressAge() {}

  /** An address as it was told once. */
  private record Home(List<ProtectedValue> values, Told told) {

    /** Of the same street, or of the same post code or name of a house where no street is told. */
    boolean isSameAs(Home other) {
      Set<String> codes = forms(Kind.POSTCODE);
      Set<String> otherCodes = other.forms(Kind.POSTCODE);
      if (!codes.isEmpty() && !otherCodes.isEmpty() && !codes.equals(otherCodes)) {
        return false;
      }
      Set<String> streets = forms(Kind.ADDRESS_LINE);
      Set<String> otherStreets = other.forms(Kind.ADDRESS_LINE);
      if (streets.isEmpty() || otherStreets.isEmpty()) {
        return !codes.isEmpty() && codes.equals(otherCodes)
            || !Collections.disjoint(forms(Kind.PLACE), other.forms(Kind.PLACE));
      }
      return !Collections.disjoint(streets, otherStreets);
    }

    private Set<String> forms(Kind kind) {
      var forms = new HashSet<String>();
      for (ProtectedValue value : values) {
        if (value.kind() == kind) {
          Normalised.parts(value).stream()
              .map(part -> new ProtectedValue(value.about(), kind, new Personal(part)))
              .filter(part -> Normalised.tellsSomething(part, Normalised.value(part)))
              .map(Normalised::value)
              .forEach(forms::add);
        }
      }
      return forms;
    }
  }

  /** What is out of date, part by part; mostly nothing. */
  static Map<SegmentId, Finding> in(CaseMessage message, Knowledge knowledge) {
    var found = new LinkedHashMap<SegmentId, Finding>();
    for (Segment segment : message.segments()) {
      if (segment.content() instanceof Content.Whereabouts where) {
        List<Home> homes = homes(knowledge, segment.about());
        // Whoever has one address, or was never told to have another, needs no closer look.
        if (homes.stream().map(Home::told).distinct().count() > 1) {
          outOfDate(segment, where, homes).ifPresent(finding -> found.put(segment.id(), finding));
        }
      }
    }
    return found;
  }

  private static List<Home> homes(Knowledge knowledge, PersonId person) {
    return List.copyOf(
        knowledge.protectedValues().stream()
            .filter(value -> value.about().equals(person))
            .filter(AddressAge::isHome)
            .collect(Collectors.groupingBy(value -> value.told().get(), LinkedHashMap::new, Collectors.toList()))
            .entrySet().stream()
            .map(told -> new Home(told.getValue(), told.getKey()))
            .toList());
  }

  private static Optional<Finding> outOfDate(Segment segment, Content.Whereabouts where, List<Home> homes) {
    var old = new ArrayList<Home>();
    for (Home home : homes) {
      Told lastSaid = lastSaid(home, homes);
      homes.stream()
          .filter(other -> !other.isSameAs(home) && AGE.compare(lastSaid(other, homes), lastSaid) > 0)
          .findFirst()
          .ifPresent(later -> old.add(home));
    }
    return carriedHome(segment)
        .flatMap(carried -> old.stream().filter(home -> home.isSameAs(carried)).findFirst())
        .or(() -> namedInWords(where, old))
        .map(home -> finding(segment, lastSaid(home, homes), latest(homes)));
  }

  private static Told lastSaid(Home home, List<Home> homes) {
    List<Told> told = homes.stream().filter(home::isSameAs).map(Home::told).toList();
    return told.stream()
        .filter(Told::dated)
        .max(AGE)
        .or(() -> told.stream().min(AGE))
        .orElse(home.told());
  }

  private static Told latest(List<Home> homes) {
    return homes.stream().map(home -> lastSaid(home, homes)).max(AGE).orElseThrow();
  }

  private static Optional<Home> carriedHome(Segment segment) {
    List<ProtectedValue> values =
        ProtectedValues.of(segment, Instant.MIN).stream().filter(AddressAge::isHome).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Home(values, values.getFirst().told().get()));
  }

  private static boolean isHome(ProtectedValue value) {
    return value.told().map(told -> told.use() == Use.HOME).orElse(false);
  }

  private static Optional<Home> namedInWords(Content.Whereabouts where, List<Home> old) {
    if (old.isEmpty() || where.safeWaysToMakeContact().isEmpty()) {
      return Optional.empty();
    }
    String named =
        SafeWays.clauses(where.safeWaysToMakeContact().get().value()).stream()
            .filter(clause -> !clause.warns())
            .map(SafeWays.Clause::text)
            .collect(Collectors.joining("\n"));
    return old.stream().filter(home -> Wanted.of(home.values()).first(Folded.of(named)).isPresent()).findFirst();
  }

  private static Finding finding(Segment segment, Told lastTold, Told latest) {
    return new Finding(Control.ADDRESS_AGE, segment.id().value(), "HOME", Personal.of(words(segment.about(), lastTold.asOf(), latest.asOf())));
  }

  private static String words(PersonId about, LocalDate last, LocalDate later) {
    return "A home address of %s, last told as of %s; another was told as of %s, or later that day".formatted(about.value(), last, later);
  }
}
