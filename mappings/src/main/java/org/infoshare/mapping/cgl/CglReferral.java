package org.infoshare.mapping.cgl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A referral as the service receives it. Every part that may not go to the service is absent. */
public record CglReferral(
    String id,
    Instant sentAt,
    String purpose,
    Origin from,
    Optional<String> notIncluded,
    List<String> notToBeTold,
    List<Person> persons,
    List<Relation> relations,
    List<RiskOfHarm> risksOfHarm,
    List<Rating> ratings,
    List<RiskStatement> riskStatements,
    List<CoreService> coreService,
    List<CglSaid> saidInTreatment,
    List<Agreement> agreements,
    List<OtherWorker> otherWorkers,
    List<CglAttachment> attachments)
    implements CglDocument {

  public record Origin(
      String agency, String name, String role, Optional<String> team, Optional<String> callBack) {}

  /** {@code standing} and {@code asOf} are those of name, dates and identifiers. */
  public record Person(
      String ref,
      Optional<String> role,
      Optional<String> nhsNumber,
      Optional<String> givenName,
      Optional<String> familyName,
      Optional<LocalDate> dateOfBirth,
      Optional<LocalDate> expectedDate,
      Optional<String> sex,
      Optional<String> standing,
      Optional<LocalDate> asOf,
      List<Address> addresses,
      List<Contact> contacts,
      Optional<Plan> plan,
      Optional<PlanDetail> planDetail) {}

  public record Address(
      List<String> lines, Optional<String> postcode, String standing, LocalDate asOf) {}

  public record Contact(
      List<String> telephones,
      List<String> emails,
      Optional<String> safeWays,
      String standing,
      LocalDate asOf) {}

  public record Plan(
      String type,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      String standing,
      LocalDate asOf) {}

  public record PlanDetail(
      Optional<String> categoryOfAbuse,
      Optional<LocalDate> conferenceDate,
      Optional<String> decisions,
      String standing,
      LocalDate asOf) {}

  public record Relation(
      String first, String kind, String second, String standing, LocalDate asOf) {}

  public record RiskOfHarm(
      String about,
      boolean immediate,
      List<String> harms,
      List<String> from,
      Optional<Instant> assessedAt,
      String standing,
      LocalDate asOf) {}

  public record Rating(
      String about, String level, String ratedBy, String standing, LocalDate asOf) {}

  public record RiskStatement(
      String about, String topic, String text, String standing, LocalDate asOf) {}

  public record CoreService(
      String about,
      Optional<String> state,
      List<String> substances,
      Optional<String> prescribing,
      String standing,
      LocalDate asOf) {}

  public record Agreement(
      String about,
      boolean obtained,
      Optional<String> askedBy,
      Optional<LocalDate> on,
      String circumstances,
      String standing,
      LocalDate asOf) {}

  public record OtherWorker(
      String about,
      String service,
      String name,
      Optional<String> contact,
      String standing,
      LocalDate asOf) {}
}
