package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every revision of the policy's tables and agreements, and the one in force. None is ever changed.
 */
public final class PolicyRevisions {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String READ =
      "select revision, tables, agreements, created_at, created_by, why from policy_revision where"
          + " revision = ?";

  private final JdbcClient database;
  private final Transactions transactions;
  private final InstantSource clock;
  private final Cache<String, PolicyRevision> known = Caffeine.newBuilder().maximumSize(10).build();

  PolicyRevisions(JdbcClient database, InstantSource clock, Transactions transactions) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The revision in force now; empty before the first start has made one. One small query. */
  public Optional<PolicyRevision> active() {
    return transactions.reaching(() -> activeName().flatMap(this::find));
  }

  public Optional<PolicyRevision> find(String revision) {
    PolicyRevision remembered = known.getIfPresent(revision);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<PolicyRevision> found = transactions.reaching(() -> read(revision));
    found.ifPresent(policy -> known.put(revision, policy));
    return found;
  }

  /** Who made a revision, when and why. */
  public record Made(String revision, Instant at, String by, String why) {}

  /**
   * Every revision, the newest first.
   *
   * @param from how many newer ones to leave out
   */
  public List<Made> history(int from, int most) {
    return transactions.reaching(
        () ->
            database
                .sql(
                    "select revision, created_at, created_by, why from policy_revision order by number desc"
                        + " offset ? limit ?")
                .params(from, most)
                .query(
                    (row, n) ->
                        new Made(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getString(4)))
                .list());
  }

  /** The revision that was in force before this one; empty for the first. */
  public Optional<PolicyRevision> before(String revision) {
    return transactions
        .reaching(
            () ->
                database
                    .sql(
                        """
                        select revision from policy_revision
                        where number < (select number from policy_revision where revision = ?) order by number desc limit 1
                        """)
                    .param(revision)
                    .query(String.class)
                    .optional())
        .flatMap(this::find);
  }

  /**
   * Makes what was delivered the first revision, unless the ledger has one.
   *
   * @return the revision in force
   */
  public String firstRevision(JsonNode tables, JsonNode agreements) {
    return transactions.run(
        () -> {
          oneAtATime();
          return activeName()
              .orElseGet(() -> put(tables, agreements, "delivered", "the tables as delivered"));
        });
  }

  /**
   * Puts a new revision in force: every decision that was made with another is made again before
   * anything leaves.
   *
   * @param from the revision that the new one was made from
   * @throws RevisionMoved if another one is in force by now: nothing is changed then
   */
  public String activate(
      String from, JsonNode tables, JsonNode agreements, String by, String why) {
    return transactions.run(
        () -> {
          oneAtATime();
          activeName()
              .filter(inForce -> !inForce.equals(from))
              .flatMap(this::find)
              .ifPresent(
                  inForce -> {
                    throw new RevisionMoved(inForce);
                  });
          return put(tables, agreements, by, why);
        });
  }

  private void oneAtATime() {
    database
        .sql("select pg_advisory_xact_lock(hashtext('policy_active'))")
        .query((row, n) -> true)
        .single();
  }

  private Optional<String> activeName() {
    return database.sql("select revision from policy_active").query(String.class).optional();
  }

  private Optional<PolicyRevision> read(String revision) {
    return database
        .sql(READ)
        .param(revision)
        .query(
            (row, n) ->
                new PolicyRevision(
                    row.getString("revision"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("created_by"),
                    row.getString("why"),
                    tree(row.getString("tables")),
                    tree(row.getString("agreements"))))
        .optional();
  }

  private String put(JsonNode tables, JsonNode agreements, String by, String why) {
    int number =
        database
            .sql("select coalesce(max(number), 0) + 1 from policy_revision")
            .query(Integer.class)
            .single();
    String revision = number + "-" + PolicyRevision.content(tables, agreements);
    database
        .sql(
            """
            with made as (
              insert into policy_revision (number, revision, tables, agreements, created_at, created_by, why)
              values (:number, :revision, cast(:tables as jsonb), cast(:agreements as jsonb), :at, :by, :why))
            insert into policy_active (revision, activated_at) values (:revision, :at)
            on conflict (only_one) do update set revision = excluded.revision, activated_at = excluded.activated_at
            """)
        .param("number", number)
        .param("revision", revision)
        .param("tables", tables.toString())
        .param("agreements", agreements.toString())
        .param("at", Sql.at(clock.instant()))
        .param("by", by)
        .param("why", why)
        .update();
    return revision;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
