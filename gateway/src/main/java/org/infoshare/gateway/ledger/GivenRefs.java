package org.infoshare.gateway.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.keys.Proof;
import org.infoshare.model.Recipient;

/**
 * The refs that the gateway gives a case's persons for one recipient: opaque, made from the recipient and the person under the
 * case's key. They need not be kept: when the recipient names one, it is made again.
 */
final class GivenRefs {

  private static final Pattern FORM = Pattern.compile("p-[0-9a-f]{12}");
  private static final int BYTES = 6;

  private final Proof proof;
  private final Recipient recipient;

  /**
   * @param proof of the case's key
   */
  GivenRefs(Proof proof, Recipient recipient) {
    this.proof = proof;
    this.recipient = recipient;
  }

  /** Whether this may be a ref that was given: no agency's own numbering looks like it. */
  static boolean looksGiven(String ref) {
    return FORM.matcher(ref).matches();
  }

  String of(UUID person) {
    return made(person.toString());
  }

  /**
   * For refs of a message; the recipient's own where it has told of the person itself. Two of them are never made one, though they
   * stand for one person: what is said of each has to find its place.
   */
  Map<String, String> of(UUID message, SortedSet<String> refs, List<PersonRef> persons) {
    var byRef = persons.stream().collect(Collectors.toMap(PersonRef::ref, Function.identity()));
    var given = new HashMap<String, String>();
    var taken = new HashSet<UUID>();
    for (String ref : refs) {
      Optional<PersonRef> person = Optional.ofNullable(byRef.get(ref));
      given.put(
          ref,
          person
              .flatMap(PersonRef::own)
              .or(() -> person.map(PersonRef::personId).filter(taken::add).map(this::of))
              .orElseGet(() -> made(message + "/" + ref)));
    }
    return given;
  }

  private String made(String of) {
    byte[] mac = proof.of("ref|" + recipient.agency().value() + "|" + recipient.function().value() + "|" + of);
    // From its end: a proof begins with the number of its key.
    return "p-" + HexFormat.of().formatHex(mac, mac.length - BYTES, mac.length);
  }
}
