package org.infoshare.gateway.readings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One decision and its three readings, line by line.
 *
 * @param reference the sender's id of the message
 * @param recipient agency and function, for example {@code cgl/treatment}
 * @param team of the recipient's, for the family's area
 * @param teamUnknown why no team is named; empty, too, where none was looked for
 * @param phase at which it was made: at intake, or again
 * @param changed what was otherwise than in the decision before
 * @param words whether these readings are in the words of then
 * @param forSender as its status shows it
 * @param forLead rules, lawful basis, obligations, revisions; none for the duty team
 * @param forPersons what each person of the case may be told in writing; none for the duty team
 * @param warnings where the record is not what was written: for the IG lead
 */
public record DecisionReadings(
    UUID id,
    String reference,
    String sender,
    String recipient,
    Optional<String> team,
    Optional<String> teamUnknown,
    String phase,
    List<String> changed,
    Instant decidedAt,
    String outcome,
    Words words,
    List<String> forSender,
    List<String> forLead,
    List<ForPerson> forPersons,
    List<String> warnings) {

  /** How the words of the readings stand to those in which the decision was explained when it was made. */
  public enum Words {
    THE_SAME,
    OTHERS,
    /** From before the words were kept. */
    NOT_KEPT
  }

  /** What the duty team may read of it: what the sender reads, and nothing of another agency's. */
  DecisionReadings forDuty() {
    return new DecisionReadings(
        id,
        reference,
        sender,
        recipient,
        team,
        teamUnknown,
        phase,
        changed,
        decidedAt,
        outcome,
        words,
        forSender,
        List.of(),
        List.of(),
        warnings);
  }

  /**
   * @param person by the id that the message gives, never a name
   * @param part that the person has in the case, for example {@code parent}
   * @param lines empty: nothing may be said to this person in writing
   */
  public record ForPerson(String person, String part, List<String> lines) {}
}
