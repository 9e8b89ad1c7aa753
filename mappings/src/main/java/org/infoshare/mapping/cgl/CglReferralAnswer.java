package org.infoshare.mapping.cgl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of a referral. Refs of persons are those of the referral.
 *
 * @param inReplyTo the id under which the service received the referral
 * @param client the parent whom the referral is about
 */
public record CglReferralAnswer(
    String id,
    Instant sentAt,
    String inReplyTo,
    String caseReference,
    LocalDate decidedOn,
    CglPractitioner practitioner,
    String client,
    String state,
    Optional<String> reason,
    Optional<String> allocatedPractitioner,
    Optional<JointVisit> jointVisit,
    Optional<LocalDate> exitedOn,
    List<Triage> triage,
    List<RiskSeen> riskSeen,
    List<CglSaid> saidInTreatment,
    List<Link> links,
    List<CglAttachment> attachments,
    List<Informed> informed,
    Optional<String> requestedUnder,
    Optional<Boolean> moreDetrimental)
    implements CglDocument {

  /**
   * @param place is accepted, and carried to nobody
   */
  public record JointVisit(LocalDate on, Optional<String> place) {}

  /**
   * The service's own rating of the harm to a child.
   *
   * @param ratedAt absent only where it could not be read in an urgent answer
   */
  public record Triage(String about, String rating, Optional<Instant> ratedAt) {}

  public record RiskSeen(
      String about,
      String text,
      Optional<String> standing,
      Optional<LocalDate> asOf,
      Optional<Boolean> namesPlace) {}

  /** Whether somebody knows that this is shared, and whether they may be told. */
  public record Informed(
      String about,
      String state,
      Optional<LocalDate> on,
      Optional<String> whyUnsafe,
      Optional<Boolean> objected,
      Optional<String> standing,
      Optional<LocalDate> asOf,
      Optional<Boolean> namesPlace) {}

  /**
   * @param link {@code none}: the service is not linked to this person
   */
  public record Link(String person, String link) {}
}
