package org.infoshare.routes.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.ProtectedValue.Kind;

/**
 * Finds in a message every value by which somebody can be found: what the case must remember, and what the leak guard looks
 * for in everything that leaves.
 */
public final class ProtectedValues {

  // A number or a postcode inside free text ("ring 07700 900123 after six") is as good as one in a field.
  private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d(?:[ ()./-]{0,2}\\d){8,13}");
  private static final Pattern POSTCODE =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private ProtectedValues() {}

  /** All of them: whereabouts of everybody, and the names of those whose whereabouts are protected. */
  public static List<ProtectedValue> of(CaseMessage message) {
    Set<PersonId> hidden =
        message.envelope().family().persons().stream()
            .filter(Person::locationProtected)
            .map(Person::id)
            .collect(Collectors.toSet());
    var values = new ArrayList<ProtectedValue>();
    for (Segment segment : message.segments()) {
      values.addAll(in(segment, hidden.contains(segment.about())));
    }
    return values;
  }

  /** Those of one segment. */
  static List<ProtectedValue> in(Segment segment, boolean protectName) {
    return switch (segment.content()) {
      case Content.Whereabouts where -> whereabouts(segment.about(), where);
      case Content.PersonDetails details -> protectName ? name(segment.about(), details) : List.of();
      case Content.RiskOfHarm ignored -> List.of();
      case Content.AllegedAbuse ignored -> List.of();
      case Content.OtherWorker ignored -> List.of();
      case Content.Household ignored -> List.of();
      case Content.PlanStatus ignored -> List.of();
      case Content.PlanDetail ignored -> List.of();
      case Content.RiskStatement ignored -> List.of();
      case Content.HarmRating ignored -> List.of();
      case Content.TreatmentEngagement ignored -> List.of();
      case Content.ReferralProgress ignored -> List.of();
      case Content.Prescribing ignored -> List.of();
      case Content.TreatmentContent ignored -> List.of();
      case Content.AgreementObtained ignored -> List.of();
      case Content.Unclassified ignored -> List.of();
    };
  }

  private static List<ProtectedValue> whereabouts(PersonId about, Content.Whereabouts where) {
    var values = new ArrayList<ProtectedValue>();
    where.addressLines().forEach(line -> values.add(new ProtectedValue(about, Kind.ADDRESS_LINE, line)));
    where.postcode().ifPresent(code -> values.add(new ProtectedValue(about, Kind.POSTCODE, code)));
    where.telephones().forEach(number -> values.add(new ProtectedValue(about, Kind.TELEPHONE, number)));
    where.emails().forEach(email -> values.add(new ProtectedValue(about, Kind.EMAIL, email)));
    where.safeWaysToMakeContact().ifPresent(text -> values.addAll(inText(about, text)));
    return values;
  }

  private static List<ProtectedValue> inText(PersonId about, Personal text) {
    var values = new ArrayList<ProtectedValue>();
    found(TELEPHONE, text).forEach(number -> values.add(new ProtectedValue(about, Kind.TELEPHONE, number)));
    found(POSTCODE, text).forEach(code -> values.add(new ProtectedValue(about, Kind.POSTCODE, code)));
    found(EMAIL, text).forEach(email -> values.add(new ProtectedValue(about, Kind.EMAIL, email)));
    return values;
  }

  private static List<Personal> found(Pattern pattern, Personal text) {
    return pattern.matcher(text.value()).results().map(MatchResult::group).map(Personal::new).toList();
  }

  private static List<ProtectedValue> name(PersonId about, Content.PersonDetails details) {
    if (details.givenName().isEmpty() || details.familyName().isEmpty()) {
      return List.of();
    }
    String whole = details.givenName().get().value() + " " + details.familyName().get().value();
    return List.of(new ProtectedValue(about, Kind.NAME, new Personal(whole)));
  }
}
