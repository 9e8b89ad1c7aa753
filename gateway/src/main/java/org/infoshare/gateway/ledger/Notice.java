package org.infoshare.gateway.ledger;

import java.util.List;
import java.util.UUID;

/**
 * An e-mail to one duty address that is to be sent, about what waits for a person.
 *
 * @param page by which its outcome is recorded
 * @param number which of the duty addresses, counted from 1
 * @param waiting what of it still waits; nothing if it was seen to meanwhile
 */
public record Notice(UUID page, UUID notice, int number, List<Waiting> waiting) {

  /**
   * @param kind why it waits, for example {@code guard_hit}
   * @param immediate how many of them are about an immediate risk
   */
  public record Waiting(String kind, int count, int immediate) {}
}
