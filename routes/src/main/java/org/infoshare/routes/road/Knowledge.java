package org.infoshare.routes.road;

import java.util.List;
import java.util.Set;
import org.infoshare.model.Family;
import org.infoshare.model.PersonId;

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
 * @param setByPerson circumstances in the policy's words, for example {@code withdrawn_after_delivery}
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
    Set<String> setByPerson) {}
