package org.infoshare.gateway.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.DeliveryKey;
import org.infoshare.routes.road.Mentions;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientRefs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads deliveries whose turn it is, with the decision that they rest on and what is known now. */
final class Outgoings {

  private final JdbcClient database;
  private final MessageTexts texts;
  private final Remembering remembering;
  private final DecisionRecords records;
  private final CaseKeys keys;
  private final Cache<UUID, UUID> messages = Caffeine.newBuilder().maximumSize(10_000).build();

  Outgoings(LedgerParts parts) {
    this.database = parts.database();
    this.texts = parts.texts();
    this.remembering = parts.remembering();
    this.records = parts.records();
    this.keys = parts.keys();
  }

  /** Empty if the delivery has ended, or waits for something. */
  Optional<Outgoing> of(DeliveryKey key) {
    return DeliveryRow.find(database, key.value()).map(this::outgoing);
  }

  private Outgoing outgoing(DeliveryRow row) {
    messages.put(row.id(), row.messageId());
    MessageText text = texts.of(row.messageId());
    return new Outgoing(
        new DeliveryKey(row.id()),
        new MessageKey(row.messageId()),
        row.outgoingId(),
        row.inReplyTo(),
        text.message(),
        row.recipient().recipient(),
        row.segments(),
        records.read(
            row.decisionId(), row.snapshotKey(), row.snapshot(), row.inputHash(), row.recipient()),
        remembering.of(text, row.standing()),
        refs(row, text),
        row.tries(),
        row.done(),
        row.recall());
  }

  private RecipientRefs refs(DeliveryRow row, MessageText text) {
    var used =
        Mentions.in(text.message().segments()).stream()
            .map(PersonId::value)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> given =
        new GivenRefs(keys.of(text.caseId()).proof(), row.recipient().recipient())
            .of(text.id(), used, row.persons());
    return person ->
        Optional.ofNullable(given.get(person.value()))
            .map(PersonId::new)
            .orElseThrow(() -> new IllegalStateException("a person whom no part mentions"));
  }

  /** The message that a delivery is of: it never changes. */
  MessageText textOf(DeliveryKey delivery) {
    return texts.of(messageOf(delivery.value()));
  }

  private UUID messageOf(UUID delivery) {
    UUID remembered = messages.getIfPresent(delivery);
    return remembered != null
        ? remembered
        : database
            .sql("select message_id from delivery where id = ?")
            .param(delivery)
            .query(UUID.class)
            .single();
  }
}
