package org.infoshare.gateway.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.Remembered.Match;
import org.infoshare.model.PersonId;

/**
 * The registry's persons under a message's own person ids. Whoever is, or may be, one of the
 * message's persons goes by that person's id, so that what is known of the one counts for the
 * other; everybody else gets an id that the message does not use.
 */
final class Naming {

  private final Map<UUID, List<PersonId>> names = new HashMap<>();
  private final Set<UUID> onlyPossible = new HashSet<>();
  private final Set<PersonId> uncertain = new HashSet<>();
  private final Set<PersonId> taken = new HashSet<>();
  private int next = 1;

  Naming(Remembered remembered, Set<PersonId> usedByTheMessage) {
    taken.addAll(usedByTheMessage);
    for (var ref : remembered.here()) {
      var name = new PersonId(ref.ref());
      taken.add(name);
      names.computeIfAbsent(ref.personId(), person -> new ArrayList<>()).add(name);
    }
    var here = Set.copyOf(names.keySet());
    remembered.matches().stream()
        .sorted((one, other) -> Boolean.compare(one.open(), other.open()))
        .forEach(match -> match(match, here));
  }

  private void match(Match match, Set<UUID> here) {
    fold(match.personA(), match.personB(), match.open(), here);
    fold(match.personB(), match.personA(), match.open(), here);
  }

  private void fold(UUID person, UUID other, boolean open, Set<UUID> here) {
    if (!here.contains(person)) {
      return;
    }
    if (open) {
      uncertain.addAll(names.get(person));
    }
    if (!here.contains(other) && !names.containsKey(other)) {
      names.put(other, names.get(person));
      if (open) {
        onlyPossible.add(other);
      }
    }
  }

  /** The ids under which the message knows this person, or one that it does not use. */
  List<PersonId> of(UUID person) {
    return names.computeIfAbsent(person, unknown -> List.of(unused()));
  }

  /**
   * Whether it is only possible that this is the message's person of that name: no consent counts
   * then.
   */
  boolean onlyPossible(UUID person) {
    return onlyPossible.contains(person);
  }

  /** The message's persons who may be somebody else whom the ledger knows. */
  Set<PersonId> uncertain() {
    return Set.copyOf(uncertain);
  }

  private PersonId unused() {
    var id = new PersonId("k" + next++);
    return taken.contains(id) ? unused() : id;
  }
}
