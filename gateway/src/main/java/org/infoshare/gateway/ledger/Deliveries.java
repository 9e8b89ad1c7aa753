package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What named persons do for deliveries that do not go on by themselves. */
public final class Deliveries {

  private static final String OPEN =
      """
      select o.code, o.before_sending, o.first_by, o.message_id, o.recipient_agency, o.recipient_function, m.case_id, m.urgent
      from obligation o join message m on m.id = o.message_id
      where o.id = ? and o.state = 'open' for update of o
      """;

  private static final String FIRST =
      "update obligation set first_by = ?, first_words = ?, first_words_key = ?, first_at = ? where id = ?";

  private static final String MET =
      """
      with met as (
        update obligation set state = 'met', met_at = :at, met_by = :by, met_account = :account, met_role = :role, words = :words, words_key = :key
        where id = :id
        returning message_id, recipient_agency, code)
      insert into evidence (retention_class, retention_year, at, what, message_id, agency, code, by_person)
      select m.retention_class, m.retention_year, :at, 'obligation met', m.id, met.recipient_agency, met.code, :by
      from met join message m on m.id = met.message_id
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final DecisionRecords records;
  private final Facts facts;
  private final FreeDeliveries free;
  private final LaneQueue lanes;
  private final InstantSource clock;

  Deliveries(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.records = parts.records();
    this.facts = new Facts(parts.database());
    this.free = new FreeDeliveries(parts);
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  /** What became of an obligation that somebody says is met. */
  public enum Met {
    MET,
    /** Two persons are needed, and this was the first. */
    ONE_OF_TWO,
    /** It was not open. */
    NOT_OPEN
  }

  private record Owed(
      String code,
      boolean beforeSending,
      Optional<String> firstBy,
      UUID message,
      Recipient recipient,
      UUID caseId,
      boolean urgent) {

    boolean is(ObligationCode other) {
      return code.equals(other.word());
    }
  }

  /**
   * Says that an obligation was met, and how: for O19 two persons do, one after the other. When
   * nothing more must happen before sending, what waited is queued, and decided again when its turn
   * comes; the decision of a named person (O25) is asked with then.
   *
   * @throws OnePersonTwice if the second of two persons is the first
   */
  public Met meet(UUID obligation, Signatory by, String how) {
    Instant at = clock.instant();
    SealedWords words = records.seal(how, Places.obligation(obligation), at);
    return transactions.run(
        () -> open(obligation).map(owed -> meet(obligation, owed, by, words, at)).orElse(Met.NOT_OPEN));
  }

  private Met meet(UUID obligation, Owed owed, Signatory by, SealedWords words, Instant at) {
    if (owed.is(ObligationCode.O19) && owed.firstBy().isEmpty()) {
      database.sql(FIRST).params(by.account(), words.text(), words.key(), Sql.at(at), obligation).update();
      return Met.ONE_OF_TWO;
    }
    if (owed.firstBy().filter(by.account()::equalsIgnoreCase).isPresent()) {
      throw new OnePersonTwice();
    }
    database
        .sql(MET)
        .param("at", Sql.at(at))
        .param("by", owed.firstBy().map(first -> first + " and ").orElse("") + by.name())
        .param("account", by.account())
        .param("role", by.role())
        .param("words", words.text())
        .param("key", words.key())
        .param("id", obligation)
        .update();
    if (owed.is(ObligationCode.O25)) {
      facts.moved(owed.caseId());
    }
    if (owed.beforeSending()) {
      free.queue(owed.message(), owed.recipient(), owed.urgent(), by.account(), at);
    }
    return Met.MET;
  }

  private Optional<Owed> open(UUID obligation) {
    return database
        .sql(OPEN)
        .param(obligation)
        .query(
            (row, n) ->
                new Owed(
                    row.getString(1),
                    row.getBoolean(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getObject(4, UUID.class),
                    new RecipientRow(row.getString(5), row.getString(6)).recipient(),
                    row.getObject(7, UUID.class),
                    row.getBoolean(8)))
        .optional();
  }

  /** Ends the back-off of a delivery's lane: its head is tried at once. */
  public void tryNow(UUID delivery) {
    transactions.run(
        () ->
            database
                .sql("select lane from delivery where id = ?")
                .param(delivery)
                .query(String.class)
                .optional()
                .ifPresent(lanes::tryNow));
  }

  // Whoever closes that a recipient had to be told something says that it was told.
  private static final String CLOSE =
      """
      with closed as (
        update attention set state = 'done', done_at = :at, done_by = :by, words = :words, words_key = :key
        where id = :attention and state = 'open' and kind <> 'hold_expired' returning kind, code, delivery_id),
      told as (
        update obligation o set state = 'met', met_at = :at, met_by = :by
        from closed c join delivery d on d.id = c.delivery_id
        where c.kind = 'tell_recipient' and o.code = any(string_to_array(c.code, '+')) and o.state = 'open'
          and o.message_id = d.message_id and o.recipient_agency = d.recipient_agency and o.recipient_function = d.recipient_function)
      select count(*) from closed
      """;

  /**
   * A named person has seen to what needed attention.
   *
   * @return false if it was closed before, or ends only when somebody decides about what is held
   */
  public boolean close(UUID attention, String by, String reason) {
    Instant at = clock.instant();
    SealedWords words = records.seal(reason, Places.attention(attention), at);
    return transactions.run(
        () ->
            database
                    .sql(CLOSE)
                    .param("at", Sql.at(at))
                    .param("by", by)
                    .param("words", words.text())
                    .param("key", words.key())
                    .param("attention", attention)
                    .query(Integer.class)
                    .single()
                == 1);
  }
}
