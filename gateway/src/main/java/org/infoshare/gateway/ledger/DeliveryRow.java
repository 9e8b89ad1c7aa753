package org.infoshare.gateway.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.model.MessageId;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Outgoing.Recalling;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A delivery that has not ended, with the decision that it rests on and what the message it answers
 * was called.
 */
record DeliveryRow(
    UUID id,
    UUID messageId,
    RecipientRow recipient,
    MessageId outgoingId,
    Set<SegmentId> segments,
    int tries,
    Set<ObligationCode> done,
    UUID decisionId,
    String snapshotKey,
    byte[] snapshot,
    String inputHash,
    Standing standing,
    Optional<MessageId> inReplyTo,
    Optional<Recalling> recall,
    List<PersonRef> persons) {

  // Laterals with "offset 0" keep to the keys: the planner took all unfinished deliveries and all
  // decisions of a year for fewer than they were.
  private static final String LOOK =
      """
      select d.id, d.message_id, d.recipient_agency, d.recipient_function, d.outgoing_id, d.segments, d.tries, d.decision_id,
             c.snapshot_key, c.snapshot, c.input_hash, f.version, coalesce((select revision from policy_active), '') as active_tables,
             (select o.sender_message_id from delivery od join message o on o.id = od.message_id
              where od.id = m.in_reply_to_delivery and o.sender = d.recipient_agency) as in_reply_to,
             (select o.outgoing_id from delivery o where o.id = d.recalls) as recalled, d.queued_at,
             (select array_agg(o.code) from obligation o
              where o.message_id = d.message_id and o.recipient_agency = d.recipient_agency
                and o.recipient_function = d.recipient_function and o.state = 'met' and o.before_sending) as done,
      """
          + PersonRef.all("d.recipient_agency")
          + """
           as persons
      from (select * from delivery where id = ? offset 0) as d
      cross join lateral (
        select id, retention_class, retention_year, in_reply_to_delivery from message where id = d.message_id offset 0) as m
      cross join lateral (select version from case_facts where case_id = d.case_id offset 0) as f
      cross join lateral (
        select snapshot_key, snapshot, input_hash from decision
        where id = d.decision_id and retention_class = m.retention_class and retention_year = m.retention_year offset 0) as c
      where d.state in ('queued', 'sending', 'failed', 'unknown')
      """;

  static Optional<DeliveryRow> find(JdbcClient database, UUID delivery) {
    return database.sql(LOOK).param(delivery).query((row, n) -> of(row)).optional();
  }

  private static DeliveryRow of(ResultSet row) throws SQLException {
    return new DeliveryRow(
        row.getObject("id", UUID.class),
        row.getObject("message_id", UUID.class),
        new RecipientRow(row.getString("recipient_agency"), row.getString("recipient_function")),
        new MessageId(row.getString("outgoing_id")),
        segments(row.getArray("segments")),
        row.getInt("tries"),
        done(row.getArray("done")),
        row.getObject("decision_id", UUID.class),
        row.getString("snapshot_key"),
        row.getBytes("snapshot"),
        row.getString("input_hash"),
        new Standing(row.getLong("version"), row.getString("active_tables")),
        Optional.ofNullable(row.getString("in_reply_to")).map(MessageId::new),
        recall(row),
        persons(row.getString("persons")));
  }

  private static List<PersonRef> persons(String rows) {
    return rows == null ? List.of() : List.of(Rows.read(rows, PersonRef[].class));
  }

  private static Optional<Recalling> recall(ResultSet row) throws SQLException {
    Instant at = row.getObject("queued_at", OffsetDateTime.class).toInstant();
    return Optional.ofNullable(row.getString("recalled"))
        .map(message -> new Recalling(new MessageId(message), at));
  }

  private static Set<ObligationCode> done(Array codes) throws SQLException {
    Set<String> words = codes == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) codes.getArray()));
    return Arrays.stream(ObligationCode.values())
        .filter(code -> words.contains(code.word()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<SegmentId> segments(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(SegmentId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
