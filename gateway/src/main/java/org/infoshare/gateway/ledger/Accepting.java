package org.infoshare.gateway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.DecideQueue.ToDecide;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Envelope;
import org.infoshare.routes.road.Intake;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a message in: stores it, counts it into its case's order, registers its persons, queues it
 * to be decided.
 */
final class Accepting {

  // The counter, the identity and the content in one round trip. A message that is there already
  // counts nothing.
  private static final String STORE =
      """
      with known as (select 1 from message where sender = :sender and sender_message_id = :senderMessageId),
      counted as (
        update family_case set next_ordinary = next_ordinary + case when :urgent then 0 else 1 end,
                               next_urgent = next_urgent + case when :urgent then 1 else 0 end
        where id = :case and not exists (select 1 from known)
        returning case when :urgent then next_urgent else next_ordinary end as order_no),
      stored as (
        insert into message (id, sender, sender_message_id, case_id, urgent, order_no, kind, purpose, rag, immediate, recipients,
                             content_mac, in_reply_to_delivery, accepted_at, retention_class, retention_year)
        select :id, :sender, :senderMessageId, :case, :urgent, order_no, :kind, :purpose, :rag, :immediate, cast(:recipients as jsonb),
               :contentMac, cast(:answered as uuid), :at, :class, :year
        from counted
        on conflict (sender, sender_message_id) do nothing
        returning id),
      content as (
        insert into message_content (message_id, retention_class, retention_year, key_id, canonical_version, canonical, received,
                                     received_mac, parts)
        select id, :class, :year, :case, :version, :canonical, :received, :receivedMac, cast(:parts as jsonb) from stored),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, agency)
        select :class, :year, :at, 'accepted', id, :sender from stored),
      answer as (
        update delivery set state = 'answered', state_at = :at, answered_at = :at, answered_by = :id
        where id = cast(:answered as uuid) and exists (select 1 from stored))
      select id from stored
      """;

  private final JdbcClient database;
  private final Cases cases;
  private final CaseKeys keys;
  private final Registration registration;
  private final DecideQueue again;
  private final Escalations escalations;

  Accepting(
      JdbcClient database,
      Cases cases,
      CaseKeys keys,
      Registration registration,
      DecideQueue again,
      Escalations escalations) {
    this.database = database;
    this.cases = cases;
    this.keys = keys;
    this.registration = registration;
    this.again = again;
    this.escalations = escalations;
  }

  /**
   * A message that was taken in.
   *
   * @param firstWord all that is known of its persons is what it tells
   */
  record Taken(MessageText text, boolean firstWord) {}

  /**
   * Empty, and the caller's transaction must not commit, if a message with this id is there
   * already.
   */
  Optional<Taken> take(Intake intake, Optional<Answered> answered) {
    Envelope envelope = intake.message().envelope();
    Cases.Found found =
        answered
            .map(answer -> new Cases.Found(keys.of(answer.caseId()), false))
            .orElseGet(() -> cases.of(envelope.from(), envelope.caseReference()));
    CaseKey key = found.key();
    CanonicalJson.Canonical canonical = CanonicalJson.of(intake.message());
    MessageText text = text(intake, key, canonical.whole().length);
    if (!store(text, intake, canonical, key, answered)) {
      return Optional.empty();
    }
    boolean arrivalIsNews =
        answered.filter(answer -> !SentPart.mayHaveArrived(database, answer.delivery())).isPresent();
    answered.ifPresent(answer -> answer.settle(database, text.acceptedAt()));
    Registration.Registered registered =
        registration.register(
            new Registration.Told(text.id(), intake, key, found.opened(), answered));
    var toDecide = new ArrayList<>(List.of(new ToDecide(text.id(), key.id(), text.urgent())));
    toDecide.addAll(again.waitingIn(registered.concerned(), registered.refused(), text.acceptedAt()));
    // What was taken for not sent may have to be recalled.
    answered
        .filter(answer -> arrivalIsNews)
        .flatMap(answer -> again.of(answer.message()))
        .filter(one -> !toDecide.contains(one))
        .ifPresent(toDecide::add);
    again.queue(toDecide);
    if (envelope.risk().immediate()) {
      escalations.open(text.id(), text.acceptedAt());
    }
    return Optional.of(new Taken(text, registered.firstWord()));
  }

  private static MessageText text(Intake intake, CaseKey key, int size) {
    CaseMessage message = intake.message();
    return new MessageText(
        UUID.randomUUID(),
        key.id(),
        message.envelope().risk().urgent(),
        intake.received().at(),
        RetentionClass.of(message),
        RetentionClass.year(intake.received().at()),
        PartTold.of(message, key.proof()),
        size,
        message);
  }

  private boolean store(
      MessageText text,
      Intake intake,
      CanonicalJson.Canonical canonical,
      CaseKey key,
      Optional<Answered> answered) {
    CaseMessage message = text.message();
    Envelope envelope = message.envelope();
    byte[] received = intake.received().bytes();
    return database
        .sql(STORE)
        .param("id", text.id())
        .param("sender", envelope.from().value())
        .param("senderMessageId", envelope.id().value())
        .param("case", key.id())
        .param("urgent", text.urgent())
        .param("kind", message.kind())
        .param("purpose", envelope.purpose().word())
        .param("rag", envelope.risk().rag().word())
        .param("immediate", envelope.risk().immediate())
        .param("recipients", Rows.of(envelope.to().stream().map(RecipientRow::of).toList()))
        .param("contentMac", key.proof().of(canonical.content()))
        .param("answered", answered.map(Answered::delivery).orElse(null))
        .param("at", Sql.at(text.acceptedAt()))
        .param("class", text.retentionClass().word())
        .param("year", text.retentionYear())
        .param("version", CanonicalJson.VERSION)
        .param("canonical", key.content().seal(canonical.whole(), Places.canonical(text.id())))
        .param("received", key.content().seal(received, Places.received(text.id())))
        .param("receivedMac", key.proof().of(received))
        .param("parts", Rows.of(text.parts()))
        .query(UUID.class)
        .optional()
        .isPresent();
  }
}
