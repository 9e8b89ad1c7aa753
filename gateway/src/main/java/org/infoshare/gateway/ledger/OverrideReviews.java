package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.RecipientDecision;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a second person finds of what went by an override (policy.md, O5). What is not upheld is
 * input to the next decision: the message goes down the road again, and what went by the override
 * is recalled.
 */
public final class OverrideReviews {

  private static final String OPEN =
      """
      select o.id, o.message_id, m.sender, m.sender_message_id, m.case_id, m.urgent, o.recipient_agency, o.recipient_function,
             o.decision_id, o.opened_at, o.due_at
      from obligation o join message m on m.id = o.message_id
      where o.code = 'O5' and o.state = 'open'
      """;

  private static final String BY_OVERRIDE =
      """
      select id, snapshot_key, snapshot, input_hash from decision
      where message_id = ? and recipient_agency = ? and recipient_function = ? and outcome like 'PERMIT_OVERRIDE%'
      """;

  private static final String RECORD =
      """
      with met as (
        update obligation set state = 'met', met_at = :at, met_by = :name, met_account = :account, met_role = :role, how = :how,
          words = :words, words_key = :key
        where id = :obligation returning message_id, recipient_agency, recipient_function, decision_id),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, decision_id, agency, code, by_person)
        select m.retention_class, m.retention_year, :at, 'override reviewed', m.id, met.decision_id, met.recipient_agency,
               case when :upheld then 'UPHELD' else 'NOT_UPHELD' end, :account
        from met join message m on m.id = met.message_id)
      insert into override_review (id, obligation_id, message_id, recipient_agency, recipient_function, upheld, parts, claim,
                                   by_account, by_name, role, at)
      select :id, :obligation, message_id, recipient_agency, recipient_function, :upheld, cast(:parts as text[]), :claim,
             :account, :name, :role, :at
      from met
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final DecisionRecords records;
  private final Consultations consultations;
  private final Facts facts;
  private final LaneQueue lanes;
  private final InstantSource clock;

  OverrideReviews(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.records = parts.records();
    this.consultations = new Consultations(parts);
    this.facts = new Facts(parts.database());
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  /**
   * What waits for its review.
   *
   * @param id of the obligation
   * @param reference the sender's id of the message
   * @param decision that owed it first
   */
  public record ToReview(
      UUID id,
      UUID message,
      String sender,
      String reference,
      Recipient recipient,
      UUID decision,
      Instant since,
      Optional<Instant> due) {}

  private record Open(ToReview review, UUID caseId, boolean urgent) {}

  private record ByOverride(Set<SegmentId> parts, boolean claim) {}

  /** All that waits, oldest first. */
  public List<ToReview> open(int most) {
    return transactions.reaching(
        () ->
            database
                .sql(OPEN + " order by o.opened_at limit " + most)
                .query((row, n) -> open(row))
                .list()
                .stream()
                .map(Open::review)
                .toList());
  }

  /**
   * Records a finding; one that does not uphold has the message decided again.
   *
   * @return false if it did not wait
   */
  public boolean review(UUID obligation, boolean upheld, Signatory by, String reason) {
    return review(obligation, upheld, by, reason, AlsoSaid.NOTHING);
  }

  /** The same, with what the person says besides. */
  public boolean review(
      UUID obligation, boolean upheld, Signatory by, String reason, AlsoSaid besides) {
    Instant at = clock.instant();
    Consultations.Prepared said = consultations.prepare(besides, at);
    SealedWords words = records.seal(reason, Places.obligation(obligation), at);
    return transactions.run(
        () -> {
          Optional<Open> open =
              database
                  .sql(OPEN + " and o.id = ? for update of o")
                  .param(obligation)
                  .query((row, n) -> open(row))
                  .optional();
          open.ifPresent(found -> record(found, upheld, by, words, said, at));
          return open.isPresent();
        });
  }

  private void record(
      Open open,
      boolean upheld,
      Signatory by,
      SealedWords words,
      Consultations.Prepared said,
      Instant at) {
    ByOverride went = byOverride(open.review());
    database
        .sql(RECORD)
        .param("id", UUID.randomUUID())
        .param("obligation", open.review().id())
        .param("upheld", upheld)
        .param("parts", Sql.array(went.parts().stream().map(SegmentId::value).sorted().toList()))
        .param("claim", went.claim())
        .param("account", by.account())
        .param("name", by.name())
        .param("role", by.role())
        .param("how", upheld ? "upheld" : "not upheld")
        .param("words", words.text())
        .param("key", words.key())
        .param("at", Sql.at(at))
        .update();
    var about =
        new Consultations.About(
            open.review().message(),
            RecipientRow.of(open.review().recipient()),
            "review",
            went.parts().stream().map(SegmentId::value).sorted().toList(),
            by.account(),
            by.role());
    consultations.write(said, about, at);
    if (!upheld) {
      facts.moved(open.caseId());
      lanes.add(
          Lanes.decide(open.caseId(), open.urgent()),
          WorkKind.DECIDE,
          open.review().message(),
          open.urgent() ? Priority.URGENT : Priority.ORDINARY);
    }
  }

  private ByOverride byOverride(ToReview review) {
    var recipient = RecipientRow.of(review.recipient());
    List<RecipientDecision> decisions =
        database
            .sql(BY_OVERRIDE)
            .params(review.message(), recipient.agency(), recipient.function())
            .query(
                (row, n) ->
                    records.read(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBytes(3),
                        row.getString(4),
                        recipient))
            .list();
    var parts = new HashSet<SegmentId>();
    boolean claim = false;
    for (RecipientDecision decision : decisions) {
      Set<SegmentId> went = decision.byOverride();
      parts.addAll(went);
      claim |= went.stream().anyMatch(part -> !decision.byRelease(part));
    }
    return new ByOverride(parts, claim);
  }

  private static Open open(ResultSet row) throws SQLException {
    var review =
        new ToReview(
            row.getObject("id", UUID.class),
            row.getObject("message_id", UUID.class),
            row.getString("sender"),
            row.getString("sender_message_id"),
            new RecipientRow(row.getString("recipient_agency"), row.getString("recipient_function"))
                .recipient(),
            row.getObject("decision_id", UUID.class),
            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
    return new Open(review, row.getObject("case_id", UUID.class), row.getBoolean("urgent"));
  }
}
