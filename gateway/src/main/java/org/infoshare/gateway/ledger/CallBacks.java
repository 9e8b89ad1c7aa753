package org.infoshare.gateway.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.model.Personal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the duty team rings back about a message, as the message itself states it. */
public final class CallBacks {

  private static final Logger LOG = LoggerFactory.getLogger(CallBacks.class);

  private final MessageTexts texts;

  CallBacks(LedgerParts parts) {
    this.texts = parts.texts();
  }

  /**
   * The practitioner who sent a message, without a name.
   *
   * @param role in the words of the policy, for example {@code social_worker}
   * @param number empty if the message states none
   */
  public record CallBack(String role, Optional<String> team, Optional<String> number) {}

  /** By message; without those that cannot be read, of which a log line tells. */
  public Map<UUID, CallBack> of(Collection<UUID> messages) {
    var found = new HashMap<UUID, CallBack>();
    for (UUID message : new HashSet<>(messages)) {
      try {
        var by = texts.of(message).message().envelope().by();
        found.put(
            message, new CallBack(by.role(), by.team(), by.callBack().map(Personal::value)));
      } catch (UnreadableKey e) {
        LOG.warn("who is to be rung back about message {} cannot be read", message);
      }
    }
    return Map.copyOf(found);
  }
}
