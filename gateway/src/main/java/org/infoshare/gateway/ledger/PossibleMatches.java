package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons who may be one, for a named person to settle. Until then bars and links count on it, and
 * consents do not.
 */
public final class PossibleMatches {

  private static final String SELECT =
      "select person_a, person_b, message_id, found_at from possible_match where state = 'open'";

  private final JdbcClient database;
  private final MessageTexts texts;
  private final DecisionRecords records;
  private final Transactions transactions;
  private final Facts facts;
  private final DecideQueue again;
  private final InstantSource clock;

  PossibleMatches(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.texts = parts.texts();
    this.records = parts.records();
    this.transactions = transactions;
    this.facts = new Facts(parts.database());
    this.again = new DecideQueue(parts.database(), parts.lanes());
    this.clock = parts.clock();
  }

  /**
   * Two who may be one.
   *
   * @param message in which it was found; who they are is read there
   */
  public record PossibleMatch(UUID personA, UUID personB, UUID message, Instant foundAt) {}

  /** What a named person says of two. */
  public enum Answer {
    SAME,
    DIFFERENT
  }

  /** The open ones, oldest first. */
  public List<PossibleMatch> open(int most) {
    return transactions.reaching(
        () ->
            database
                .sql(SELECT + " order by found_at, person_a, person_b limit ?")
                .param(most)
                .query((row, n) -> match(row))
                .list());
  }

  private static PossibleMatch match(ResultSet row) throws SQLException {
    return new PossibleMatch(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  /** The open match of these two. */
  public Optional<PossibleMatch> find(UUID personA, UUID personB) {
    var pair = Recognised.Pair.of(personA, personB);
    return transactions.reaching(
        () ->
            database
                .sql(SELECT + " and person_a = ? and person_b = ?")
                .params(pair.a(), pair.b())
                .query((row, n) -> match(row))
                .optional());
  }

  /** What every agency last told of the two: for whoever may read it. */
  public List<PersonTold> told(PossibleMatch match) {
    return transactions.reaching(
        () -> PersonTold.of(database, texts, match.personA(), match.personB()));
  }

  /**
   * Settles a match. Decisions in every case of the two are made again before anything more leaves,
   * and at once where a part waits for a person.
   *
   * @return false if it was settled before
   */
  public boolean settle(UUID personA, UUID personB, Answer answer, String by, String reason) {
    Instant at = clock.instant();
    var pair = Recognised.Pair.of(personA, personB);
    SealedWords words = records.seal(reason, Places.match(pair.a(), pair.b()), at);
    return transactions.run(
        () -> {
          boolean settled = write(pair, answer, by, words, at);
          if (settled) {
            again.queue(again.waitingIn(facts.moved(Set.of(personA, personB)), false, at));
          }
          return settled;
        });
  }

  private boolean write(
      Recognised.Pair pair, Answer answer, String by, SealedWords words, Instant at) {
    return database
            .sql(
                """
                update possible_match set state = ?, settled_by = ?, words = ?, words_key = ?, settled_at = ?
                where person_a = ? and person_b = ? and state = 'open'
                """)
            .params(
                answer == Answer.SAME ? "same" : "different",
                by,
                words.text(),
                words.key(),
                Sql.at(at),
                pair.a(),
                pair.b())
            .update()
        == 1;
  }
}
