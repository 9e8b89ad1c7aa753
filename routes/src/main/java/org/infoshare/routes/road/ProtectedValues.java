package org.infoshare.routes.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.ProtectedValue.Told;
import org.infoshare.routes.road.ProtectedValue.Use;

/**
 * Finds in a message every value by which somebody can be found, in fields and in narratives that are said to name a place: what the case must remember, and what the leak guard looks
 * for in everything that leaves.
 */
public final class ProtectedValues {

  // A number or a postcode inside free text ("ring 07700 900123 after six") is as good as one in a field.
  private static final Pattern POSTCODE =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
  // Begun at the beginning of a word only, and never given back: else a long one without "@" takes its length squared.
  private static final Pattern EMAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)+");

  private ProtectedValues() {}

  /**
   * All of them: whereabouts and names of everybody. That somebody's whereabouts are protected may be told before this message
   * or after it, and by another agency: whose names are looked for is found out when something leaves.
   *
   * @param at when the message was taken in
   */
  public static List<ProtectedValue> of(CaseMessage message, Instant at) {
    return message.segments().stream().flatMap(segment -> of(segment, at).stream()).toList();
  }

  /** Those of one segment. */
  static List<ProtectedValue> of(Segment segment, Instant at) {
    return used(segment).stream().map(used -> used.told(segment, at)).toList();
  }

  /** A value, and what it is used for; a name is used for nothing. */
  private record Used(Optional<Use> use, ProtectedValue value) {

    ProtectedValue told(Segment segment, Instant at) {
      var told = use.map(what -> new Told(what, segment.id().value(), segment.asOf(), segment.handling().dated(), at));
      return new ProtectedValue(value.about(), value.kind(), value.value(), told);
    }
  }

  /** The same, whoever told them and when. */
  static List<ProtectedValue> in(Segment segment) {
    return used(segment).stream().map(Used::value).toList();
  }

  private static List<Used> used(Segment segment) {
    return switch (segment.content()) {
      case Content.Whereabouts where -> whereabouts(segment.about(), where);
      case Content.PersonDetails details -> name(segment.about(), details);
      case Content.RiskOfHarm ignored -> List.of();
      case Content.AllegedAbuse ignored -> List.of();
      case Content.OtherWorker worker -> whereMet(segment.about(), worker);
      case Content.Household ignored -> List.of();
      case Content.PlanStatus ignored -> List.of();
      case Content.PlanDetail plan -> narrative(segment, plan.decisions());
      case Content.RiskStatement said -> narrative(segment, Optional.of(said.text()));
      case Content.HarmRating ignored -> List.of();
      case Content.TreatmentEngagement ignored -> List.of();
      case Content.ReferralProgress progress -> narrative(segment, progress.reason());
      case Content.Prescribing said -> narrative(segment, Optional.of(said.text()));
      case Content.TreatmentContent said -> narrative(segment, Optional.of(said.text()));
      case Content.AgreementObtained ignored -> List.of();
      case Content.Unclassified ignored -> List.of();
    };
  }

  private static List<Used> whereabouts(PersonId about, Content.Whereabouts where) {
    var values = new ArrayList<Used>();
    where.addressLines().forEach(line -> values.add(used(Use.HOME, about, Kind.ADDRESS_LINE, line)));
    where.addressLines().stream()
        .flatMap(line -> PlaceNames.inLine(line.value()).stream())
        .distinct()
        .forEach(name -> values.add(used(Use.HOME, about, Kind.PLACE, new Personal(name))));
    where.postcode().ifPresent(code -> values.add(used(Use.HOME, about, Kind.POSTCODE, code)));
    where.telephones().forEach(field -> values.addAll(numbers(about, field)));
    where.emails().forEach(email -> values.add(used(Use.CONTACT, about, Kind.EMAIL, email)));
    where.safeWaysToMakeContact().ifPresent(text -> values.addAll(inText(about, text)));
    return values;
  }

  /** Each by itself, for one of two in a field may go where the other must not. */
  private static List<Used> numbers(PersonId about, Personal field) {
    return Normalised.parts(new ProtectedValue(about, Kind.TELEPHONE, field)).stream()
        .map(number -> used(Use.CONTACT, about, Kind.TELEPHONE, new Personal(number)))
        .toList();
  }

  /** Where a worker is to be found, whom this person goes to see: a refuge, a clinic. Their number is no secret of this person's. */
  private static List<Used> whereMet(PersonId about, Content.OtherWorker worker) {
    return worker.contact().stream()
        .flatMap(contact -> PlaceNames.inText(contact.value()).stream())
        .map(name -> new Used(Optional.empty(), new ProtectedValue(about, Kind.PLACE, new Personal(name))))
        .toList();
  }

  /** Of a narrative that names a place: by what stands in it somebody can be found, as by a field. */
  private static List<Used> narrative(Segment segment, Optional<Personal> text) {
    if (!segment.handling().places() || text.isEmpty()) {
      return List.of();
    }
    return inText(segment.about(), text.get()).stream()
        .map(used -> new Used(Optional.empty(), used.value()))
        .toList();
  }

  private static List<Used> inText(PersonId about, Personal text) {
    var values = new ArrayList<Used>();
    for (SafeWays.Clause clause : SafeWays.clauses(text.value())) {
      Use use = clause.warns() ? Use.NOT_SAFE : Use.CONTACT;
      TelephoneNumbers.in(clause.text())
          .forEach(number -> values.add(used(use, about, Kind.TELEPHONE, new Personal(number))));
      found(POSTCODE, clause).forEach(code -> values.add(used(use, about, Kind.POSTCODE, code)));
      found(EMAIL, clause).forEach(email -> values.add(used(use, about, Kind.EMAIL, email)));
      PlaceNames.inText(clause.text()).forEach(name -> values.add(used(use, about, Kind.PLACE, new Personal(name))));
    }
    return values;
  }

  private static Used used(Use use, PersonId about, Kind kind, Personal value) {
    return new Used(Optional.of(use), new ProtectedValue(about, kind, value));
  }

  private static List<Personal> found(Pattern pattern, SafeWays.Clause clause) {
    return pattern.matcher(clause.text()).results().map(MatchResult::group).map(Personal::new).toList();
  }

  private static List<Used> name(PersonId about, Content.PersonDetails details) {
    if (details.givenName().isEmpty() || details.familyName().isEmpty()) {
      return List.of();
    }
    String whole = details.givenName().get().value() + " " + details.familyName().get().value();
    return List.of(new Used(Optional.empty(), new ProtectedValue(about, Kind.NAME, new Personal(whole))));
  }
}
