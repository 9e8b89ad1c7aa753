package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Two different messages under one id, beside each other: what they are, and where they differ, by
 * the names of fields and categories. Nothing of what they say about anybody.
 *
 * @param reference the id that their sender gave them both
 * @param first was accepted, and went its way
 * @param second was refused: nothing of it goes to anybody
 * @param compared empty where one of them can no longer be read
 * @param waits the item by which a person is told of it, until somebody closes it
 * @param closed how it was closed
 * @param escalation where the second claims an immediate or red risk
 */
public record Conflict(
    UUID id,
    String sender,
    String reference,
    Side first,
    Side second,
    Optional<Compared> compared,
    Optional<UUID> waits,
    Optional<Closed> closed,
    Optional<Escalated> escalation) {

  /**
   * One of the two.
   *
   * @param id by which the ledger knows it
   * @param at when it came
   * @param risk as its sender rates it: immediate, red, amber, green or unknown
   * @param by empty where it can no longer be read, or the reader need not ring anybody
   */
  public record Side(UUID id, Instant at, String risk, Optional<By> by) {

    /** Whether somebody is to be told at once. */
    public boolean urgent() {
      return risk.equals("immediate") || risk.equals("red");
    }
  }

  /**
   * The practitioner who sent it, as far as it takes to ring them.
   *
   * @param role in the policy's word, for example {@code social_worker}
   */
  public record By(String role, Optional<String> team, Optional<String> callBack) {}

  /**
   * @param fields names of what differs beside the parts, for example {@code risk}
   * @param parts those that differ
   * @param alike how many parts are the same in both
   */
  public record Compared(List<String> fields, List<Part> parts, int alike) {}

  /** Where a part that differs is to be found. */
  public enum In {
    BOTH,
    FIRST,
    SECOND
  }

  public record Part(String segment, String category, In in) {}

  public record Closed(Instant at, String by) {}

  /**
   * @param taken when somebody said that they have it, and who
   */
  public record Escalated(UUID id, Instant since, Optional<Closed> taken) {

    public boolean open() {
      return taken.isEmpty();
    }
  }

  /** The two, the first before the second. */
  public List<Side> sides() {
    return List.of(first, second);
  }

  /** For somebody who need not ring the sender. */
  public Conflict withoutSender() {
    return new Conflict(
        id,
        sender,
        reference,
        new Side(first.id(), first.at(), first.risk(), Optional.empty()),
        new Side(second.id(), second.at(), second.risk(), Optional.empty()),
        compared,
        waits,
        closed,
        escalation);
  }
}
