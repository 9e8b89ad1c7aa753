package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An e-mail to a duty address that is to be sent.
 *
 * @param number counts those of one escalation, from 1
 * @param refused it is about a message that was refused, since its id was used before for another
 * @param answered a named person has answered the escalation: nobody needs to be told any more
 * @param toTell what recipients must be told by a person, since their forms have no place for it
 */
public record Page(
    UUID id,
    UUID escalation,
    int number,
    Instant queuedAt,
    boolean refused,
    boolean answered,
    List<ToTell> toTell) {

  /**
   * @param recipient agency and function, for example {@code cgl/treatment}
   * @param owed codes, for example {@code O10+O24}
   */
  public record ToTell(String recipient, String owed) {}
}
