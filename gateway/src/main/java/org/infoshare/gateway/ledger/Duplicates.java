package org.infoshare.gateway.ledger;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.Envelope;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.Intake;
import org.infoshare.routes.road.MessageKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers a message whose id is taken: the first outcome again, or, if it says something else, a
 * conflict for a person, who is told at once if it claims an immediate or red risk.
 */
final class Duplicates {

  private static final String KEEP =
      """
      with kept as (
        insert into conflict (id, first_message_id, sender, sender_message_id, key_id, canonical_version, canonical, received, content_mac,
                              rag, immediate, at)
        values (:id, :first, :sender, :senderMessageId, :key, :version, :canonical, :received, :contentMac, :rag, :immediate, :at)
        on conflict do nothing returning id, first_message_id)
      insert into attention (kind, code, message_id, conflict_id, opened_at)
      select 'conflict', 'CONFLICT', first_message_id, id, :at from kept
      """;

  private final JdbcClient database;
  private final CaseKeys keys;
  private final Escalations escalations;

  Duplicates(JdbcClient database, CaseKeys keys, Escalations escalations) {
    this.database = database;
    this.keys = keys;
    this.escalations = escalations;
  }

  private record First(UUID id, UUID caseId, byte[] contentMac, Instant acceptedAt) {}

  Acceptance answer(Intake intake) {
    Envelope envelope = intake.message().envelope();
    First first = first(envelope);
    CaseKey key = keys.of(first.caseId());
    byte[] mac = key.proof().of(CanonicalJson.content(intake.message()));
    if (MessageDigest.isEqual(mac, first.contentMac())) {
      return new Acceptance.Again(new MessageKey(first.id()), first.acceptedAt());
    }
    keep(intake, first, key, mac);
    return new Acceptance.Conflict(new MessageKey(first.id()));
  }

  private First first(Envelope envelope) {
    return database
        .sql(
            "select id, case_id, content_mac, accepted_at from message where sender = ? and"
                + " sender_message_id = ?")
        .params(envelope.from().value(), envelope.id().value())
        .query(
            (row, n) ->
                new First(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBytes(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .single();
  }

  private void keep(Intake intake, First first, CaseKey key, byte[] mac) {
    Envelope envelope = intake.message().envelope();
    UUID id = UUID.randomUUID();
    int kept =
        database
            .sql(KEEP)
            .param("id", id)
            .param("first", first.id())
            .param("sender", envelope.from().value())
            .param("senderMessageId", envelope.id().value())
            .param("key", key.id())
            .param("version", CanonicalJson.VERSION)
            .param(
                "canonical",
                key.content().seal(CanonicalJson.write(intake.message()), Places.canonical(id)))
            .param("received", key.content().seal(intake.received().bytes(), Places.received(id)))
            .param("contentMac", mac)
            .param("rag", envelope.risk().rag().word())
            .param("immediate", envelope.risk().immediate())
            .param("at", Sql.at(intake.received().at()))
            .update();
    if (kept > 0 && envelope.risk().urgent()) {
      escalations.openForConflict(first.id(), id, intake.received().at());
    }
  }
}
