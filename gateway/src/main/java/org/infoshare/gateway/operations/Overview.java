package org.infoshare.gateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.UndecidedAnswer;
import org.infoshare.routes.road.Control;

/**
 * All that does not go on by itself, or not yet. Every list has immediate risks first, then red
 * ones, then the rest, each the oldest first; of a long one a page is listed, and {@code totals} says how
 * much there is. A message is named by the ledger's id, and by {@code reference}, the id that its
 * sender gave it.
 *
 * @param shown which page of which list; of every other list it is the first
 * @param escalations immediate risks that no named person has answered
 * @param taken immediate risks that a named person has answered in the last day, the latest first
 * @param held parts that wait for a named person's release or refusal; and all parts of an immediate risk that nobody can
 *     decide, whose sender somebody rings
 * @param attention what stopped and why
 * @param matches persons who may be one, for a named person to settle
 * @param undecided messages that nobody could decide so far, or decide again
 * @param underWay deliveries that wait, are tried again or whose outcome is unknown
 * @param owed what a delivery waits for, and what was not done in time
 * @param refusedInput what was turned away at the door in the last day
 */
public record Overview(
    Instant at,
    Totals totals,
    Shown shown,
    List<Escalation> escalations,
    List<Taken> taken,
    List<HeldPart> held,
    List<Attention> attention,
    List<Match> matches,
    List<Undecided> undecided,
    List<UnderWay> underWay,
    List<Owed> owed,
    List<RefusedInput> refusedInput) {

  /**
   * How many there are of each, listed or not.
   *
   * @param states how many of those that are under way are in which state
   */
  public record Totals(
      long escalations,
      long taken,
      long held,
      long attention,
      long matches,
      long undecided,
      long underWay,
      long owed,
      long refusedInput,
      Map<String, Long> states) {}

  /**
   * Which page of a list is shown.
   *
   * @param list by its name here, for example {@code held}; any other word: no list
   * @param page counted from 1
   * @param size how many entries a page has
   */
  public record Shown(String list, int page, int size) {

    public Shown {
      page = Math.max(1, page);
    }

    /** The page of this list. */
    public int pageOf(String name) {
      return name.equals(list) ? page : 1;
    }

    /** The number of the first entry that is shown of this list, counted from 1. */
    public long first(String name) {
      return (pageOf(name) - 1L) * size + 1;
    }

    /** Whether a list of this length goes on after the page that is shown. */
    public boolean goesOn(String name, long total) {
      return (long) pageOf(name) * size < total;
    }
  }

  /**
   * The held parts; together what a control stopped as a whole, and all of a message that nobody can
   * decide.
   */
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
   * @param risk as the message rates it that claims it
   * @param conflict the message that claims it, if that was refused since its id was used before
   * @param told how many e-mails have gone out
   * @param lastError of the last e-mail, if it did not go out
   */
  public record Escalation(
      UUID id,
      UUID message,
      String reference,
      String sender,
      String risk,
      Optional<UUID> conflict,
      Instant since,
      int told,
      Optional<Instant> lastTold,
      Optional<String> lastError)
      implements Aged {}

  /**
   * An immediate risk that somebody has.
   *
   * @param conflict the message that claims it, if that was refused since its id was used before
   * @param by who answered, as people read it
   */
  public record Taken(
      UUID id,
      UUID message,
      String reference,
      String sender,
      Optional<UUID> conflict,
      Instant since,
      Instant takenAt,
      String by)
      implements Aged {}

  /**
   * @param risk as the sender rates it: immediate, red, amber, green or unknown
   * @param accepted when its message was taken in
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
      String risk,
      Instant accepted,
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

    /**
     * Whether it is held only because the policy could not be asked: nobody can release it, and it
     * ends when its message is decided.
     */
    public boolean undecided() {
      return rule.equals(UndecidedAnswer.RULE);
    }

    private List<Object> together() {
      if (undecided()) {
        return List.of(message, rule);
      }
      return stopped() ? List.of(message, recipient, rule) : List.of(id);
    }
  }

  /**
   * @param kind deadline_passed, refused_by_partner, guard_hit, address_age, contact_safety, fault, nothing_may_go, conflict,
   *     undecidable, hold_expired, recall_unconfirmed, not_met_in_time, label_not_carried, tell_recipient,
   *     may_have_arrived
   * @param conflict the second of two different messages under one id; the risk is what that claims
   */
  public record Attention(
      UUID id,
      String kind,
      String code,
      Optional<UUID> message,
      Optional<String> reference,
      Optional<UUID> delivery,
      Optional<UUID> conflict,
      Optional<String> recipient,
      Optional<String> risk,
      Instant since)
      implements Aged {

    /** Whether it ends when somebody decides about what is held, and otherwise not. */
    public boolean held() {
      return kind.equals("hold_expired");
    }

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

  /**
   * @param again it was decided before, and is to be decided again: with a person's release, or
   *     since something else is known now
   * @param code why nobody could decide it
   * @param tries in vain; none while it waits for its turn behind another of its case
   */
  public record Undecided(
      UUID message,
      String reference,
      String sender,
      boolean urgent,
      boolean again,
      String risk,
      Optional<String> code,
      int tries,
      Instant since,
      Optional<Instant> nextTry)
      implements Aged {}

  /**
   * @param state before_sending, queued, sending, failed or unknown
   * @param waitsFor codes of what must be done before it goes
   * @param tries calls to the recipient
   * @param lastError of the last call, or why it came to none
   * @param deadline when a person is told that it has not gone
   * @param decision that allowed it
   */
  public record UnderWay(
      UUID delivery,
      UUID message,
      String reference,
      String recipient,
      String state,
      String risk,
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
      String risk,
      boolean beforeSending,
      boolean keepsWaiting,
      Instant since,
      Optional<Instant> due,
      Optional<String> firstBy,
      Optional<UUID> place)
      implements Aged {}

  public record RefusedInput(Optional<String> agency, String code, Instant since) implements Aged {}
}
