package org.infoshare.gateway.readings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One decision and its three readings, line by line.
 *
 * @param reference the sender's id of the message
 * @param recipient agency and function, for example {@code cgl/treatment}
 * @param phase at which it was made: at intake, or again before a delivery
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
    String phase,
    Instant decidedAt,
    String outcome,
    List<String> forSender,
    List<String> forLead,
    List<ForPerson> forPersons,
    List<String> warnings) {

  /** What the duty team may read of it: what the sender reads, and nothing of another agency's. */
  DecisionReadings forDuty() {
    return new DecisionReadings(
        id,
        reference,
        sender,
        recipient,
        phase,
        decidedAt,
        outcome,
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
