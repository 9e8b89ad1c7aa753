package org.infoshare.gateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.routes.road.Control;

/**
 * All that does not go on by itself, or not yet. Every list has the oldest first, and at most
 * {@link #MOST} entries. A message is named by the ledger's id, and by {@code reference}, the id
 * that its sender gave it.
 *
 * @param escalations immediate risks that no named person has answered
 * @param held parts that wait for a named person's release or refusal
 * @param attention what stopped and why
 * @param matches persons who may be one, for a named person to settle
 * @param undecided messages that nobody could decide so far
 * @param underWay deliveries that wait, are tried again or whose outcome is unknown
 * @param owed what a delivery waits for, and what was not done in time
 * @param refusedInput what was turned away at the door in the last day
 */
public record Overview(
    Instant at,
    List<Escalation> escalations,
    List<HeldPart> held,
    List<Attention> attention,
    List<Match> matches,
    List<Undecided> undecided,
    List<UnderWay> underWay,
    List<Owed> owed,
    List<RefusedInput> refusedInput) {

  /** How many entries of a kind are shown. */
  public static final int MOST = 200;

  /** The held parts, and together what a control stopped as a whole. */
  public List<List<HeldPart>> heldTogether() {
    return List.copyOf(
        held.stream()
            .collect(
                Collectors.groupingBy(HeldPart::together, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  /** How long something has been so, in words a person reads at a glance. */
  interface Aged {

    Instant since();

    default String age(Instant now) {
      Duration age = Duration.between(since(), now);
      if (age.toDays() > 1) {
        return age.toDays() + " days";
      }
      if (age.toHours() > 1) {
        return age.toHours() + " hours";
      }
      return age.toMinutes() == 1 ? "1 minute" : Math.max(0, age.toMinutes()) + " minutes";
    }
  }

  /**
   * @param told how many e-mails have gone out
   * @param lastError of the last e-mail, if it did not go out
   */
  public record Escalation(
      UUID id,
      UUID message,
      String reference,
      String sender,
      Instant since,
      int told,
      Optional<Instant> lastTold,
      Optional<String> lastError)
      implements Aged {}

  /**
   * @param decision that holds it; empty: a control does
   * @param needsTwo whether it takes two persons to release it
   * @param firstBy the account of the first of them, who has said so
   */
  public record HeldPart(
      UUID id,
      UUID message,
      String reference,
      String sender,
      String recipient,
      String segment,
      String category,
      String rule,
      Instant since,
      Optional<Instant> due,
      Optional<UUID> decision,
      boolean needsTwo,
      Optional<String> firstBy)
      implements Aged {

    /** Whether a control stopped it, with all else that was to go with it. */
    public boolean stopped() {
      return Control.of(rule).isPresent();
    }

    private List<Object> together() {
      return stopped() ? List.of(message, recipient, rule) : List.of(id);
    }
  }

  /**
   * @param kind deadline_passed, refused_by_partner, guard_hit, address_age, contact_safety, fault, nothing_may_go, conflict,
   *     undecidable, recall_unconfirmed, not_met_in_time, label_not_carried, tell_recipient,
   *     may_have_arrived
   */
  public record Attention(
      UUID id,
      String kind,
      String code,
      Optional<UUID> message,
      Optional<String> reference,
      Optional<UUID> delivery,
      Optional<String> recipient,
      Instant since)
      implements Aged {

    /** Whether the code says what a person has to tell the recipient. */
    public boolean toTell() {
      return kind.equals("tell_recipient");
    }
  }

  /**
   * Two who may be one.
   *
   * @param agencies that told of either
   */
  public record Match(UUID personA, UUID personB, List<String> agencies, Instant since)
      implements Aged {}

  public record Undecided(
      UUID message,
      String reference,
      String sender,
      boolean urgent,
      Optional<String> code,
      Instant since,
      Optional<Instant> nextTry)
      implements Aged {}

  /**
   * @param state before_sending, queued, sending, failed or unknown
   * @param waitsFor codes of what must be done before it goes
   * @param deadline when a person is told that it has not gone
   * @param decision that allowed it
   */
  public record UnderWay(
      UUID delivery,
      UUID message,
      String reference,
      String recipient,
      String state,
      List<String> waitsFor,
      int tries,
      Optional<String> lastError,
      Instant since,
      Optional<Instant> nextTry,
      Instant deadline,
      UUID decision)
      implements Aged {}

  /**
   * @param beforeSending whether it must be done before something is sent
   * @param keepsWaiting whether a delivery waits for it now
   * @param due by when; for what a delivery waits for, when a person is told that it was not done.
   *     Empty where it is due when something happens, not at a time
   * @param firstBy the account of the first of two persons who have to say that it is done
   * @param place the held part by which two persons decide about the place; empty where there is
   *     none
   */
  public record Owed(
      UUID id,
      UUID message,
      String reference,
      String recipient,
      String code,
      String owner,
      boolean beforeSending,
      boolean keepsWaiting,
      Instant since,
      Optional<Instant> due,
      Optional<String> firstBy,
      Optional<UUID> place)
      implements Aged {}

  public record RefusedInput(Optional<String> agency, String code, Instant since) implements Aged {}
}
