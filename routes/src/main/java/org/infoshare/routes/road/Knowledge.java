package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.infoshare.model.Family;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recipient;

/**
 * All that the ledger knows at one moment about the people of a message, from whatever agency and however long ago, in the
 * message's own person ids; people whom the message does not know have ids that it does not use.
 *
 * @param version of the facts: a transaction that rests on them compares it
 * @param activeTables the policy's tables revision that is active in the ledger
 * @param family everybody's statements together, the message's own included
 * @param senderView what the message's sender stated, now and earlier: what it may be told about withholding
 * @param uncertain persons of whom it is only possible that they are who the ledger takes them for
 * @param conflicting persons whose identifiers disagree
 * @param protectedValues remembered from every message of this case and of cases with the same persons
 * @param releases by named persons, for this message
 * @param recalledFrom recipients from whom a part of this message was recalled
 * @param setByPerson circumstances in the policy's words, for example {@code ask_again}
 * @param namedDecisions that named persons attached to this message
 * @param notUpheld reviews that did not uphold an override
 */
public record Knowledge(
    long version,
    String activeTables,
    Family family,
    Family senderView,
    Set<PersonId> uncertain,
    Set<PersonId> conflicting,
    List<ProtectedValue> protectedValues,
    List<Release> releases,
    Set<Recipient> recalledFrom,
    Set<String> setByPerson,
    List<NamedDecision> namedDecisions,
    List<NotUpheld> notUpheld) {

  /** The same, and parts of the message are recalled from these, too. */
  public Knowledge recallingFrom(Set<Recipient> more) {
    var all = new HashSet<>(recalledFrom);
    all.addAll(more);
    return new Knowledge(
        version, activeTables, family, senderView, uncertain, conflicting, protectedValues, releases, Set.copyOf(all), setByPerson,
        namedDecisions, notUpheld);
  }

  /** Reviews that did not uphold what went to this recipient by an override. */
  List<NotUpheld> notUpheldFor(Recipient recipient) {
    return notUpheld.stream().filter(review -> review.recipient().equals(recipient)).toList();
  }
}
