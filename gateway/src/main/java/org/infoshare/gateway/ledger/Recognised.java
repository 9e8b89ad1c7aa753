package org.infoshare.gateway.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.PersonsTold.IdentifierTold;

/**
 * Who the persons of a message are.
 *
 * @param persons by the message's person id; an answer has also those of the answered message that
 *     it does not name, by the refs that its sender was given for them
 * @param created those of them whom the ledger did not know
 * @param knownBefore those whom it did, and whoever may be one of these persons
 * @param newIdentifiers that were not in the registry
 * @param possible pairs who may be one person
 * @param disagreeing persons whose identifiers contradict each other
 */
record Recognised(
    Map<String, UUID> persons,
    Set<UUID> created,
    Set<UUID> knownBefore,
    List<IdentifierTold> newIdentifiers,
    Set<Pair> possible,
    Set<UUID> disagreeing) {

  /** Whether each of the message's persons is somebody of whom nobody had told. */
  boolean allNew() {
    return knownBefore.isEmpty() && Set.copyOf(persons.values()).size() == persons.size();
  }

  /** Two persons, in one order. */
  record Pair(UUID a, UUID b) {

    static Pair of(UUID one, UUID other) {
      // As PostgreSQL orders them, which is not how UUID.compareTo does.
      return one.toString().compareTo(other.toString()) < 0
          ? new Pair(one, other)
          : new Pair(other, one);
    }
  }
}
