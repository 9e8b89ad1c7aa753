package org.infoshare.mapping.cgl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.NhsNumber;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;

/**
 * Writes the persons of a referral: a person stands in it as soon as something about them does, and
 * with no more than that. Each method says whether the form had a place for the segment.
 */
final class PersonsWriter {

  private static final class Parts {
    private Optional<Segment> identity = Optional.empty();
    private final List<CglReferral.Address> addresses = new ArrayList<>();
    private final List<CglReferral.Contact> contacts = new ArrayList<>();
    private Optional<CglReferral.Plan> plan = Optional.empty();
    private Optional<CglReferral.PlanDetail> planDetail = Optional.empty();
  }

  private final Map<PersonId, Parts> persons = new LinkedHashMap<>();

  boolean identity(Segment segment, Content.PersonDetails details) {
    var parts = parts(segment);
    if (parts.identity.isPresent()) {
      return false;
    }
    parts.identity = Optional.of(segment);
    return true;
  }

  boolean whereabouts(Segment segment, Content.Whereabouts where) {
    var parts = parts(segment);
    var standing = segment.standing().word();
    if (!where.addressLines().isEmpty() || where.postcode().isPresent()) {
      parts.addresses.add(
          new CglReferral.Address(
              values(where.addressLines()),
              where.postcode().map(Personal::value),
              standing,
              segment.asOf()));
    }
    if (!where.telephones().isEmpty()
        || !where.emails().isEmpty()
        || where.safeWaysToMakeContact().isPresent()) {
      parts.contacts.add(
          new CglReferral.Contact(
              values(where.telephones()),
              values(where.emails()),
              where.safeWaysToMakeContact().map(Personal::value),
              standing,
              segment.asOf()));
    }
    return true;
  }

  boolean plan(Segment segment, Content.PlanStatus status) {
    var parts = parts(segment);
    if (parts.plan.isPresent()) {
      return false;
    }
    parts.plan =
        Optional.of(
            new CglReferral.Plan(
                status.plan().word(),
                status.start(),
                status.end(),
                segment.standing().word(),
                segment.asOf()));
    return true;
  }

  boolean planDetail(Segment segment, Content.PlanDetail detail) {
    var parts = parts(segment);
    if (parts.planDetail.isPresent()) {
      return false;
    }
    parts.planDetail =
        Optional.of(
            new CglReferral.PlanDetail(
                detail.abuse(),
                detail.conference(),
                detail.decisions().map(Personal::value),
                segment.standing().word(),
                segment.asOf()));
    return true;
  }

  List<CglReferral.Person> written() {
    return persons.entrySet().stream()
        .map(entry -> person(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CglReferral.Person person(PersonId id, Parts parts) {
    var identity = parts.identity;
    var details = identity.map(segment -> (Content.PersonDetails) segment.content());
    return new CglReferral.Person(
        id.value(),
        details.flatMap(Content.PersonDetails::role).map(Codes::word),
        details.flatMap(PersonsWriter::nhsNumber),
        details.flatMap(Content.PersonDetails::givenName).map(Personal::value),
        details.flatMap(Content.PersonDetails::familyName).map(Personal::value),
        details.flatMap(Content.PersonDetails::birthDate),
        details.flatMap(Content.PersonDetails::expectedDate),
        details.flatMap(Content.PersonDetails::sex),
        identity.map(segment -> segment.standing().word()),
        identity.map(Segment::asOf),
        List.copyOf(parts.addresses),
        List.copyOf(parts.contacts),
        parts.plan,
        parts.planDetail);
  }

  private static Optional<String> nhsNumber(Content.PersonDetails details) {
    return details.identifiers().stream()
        .filter(identifier -> identifier.system().equals(NhsNumber.SYSTEM))
        .map(identifier -> identifier.value().value())
        .findFirst();
  }

  private Parts parts(Segment segment) {
    return persons.computeIfAbsent(segment.about(), id -> new Parts());
  }

  private static List<String> values(List<Personal> values) {
    return values.stream().map(Personal::value).toList();
  }
}
