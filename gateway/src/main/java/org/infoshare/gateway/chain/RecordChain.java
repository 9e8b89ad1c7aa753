package org.infoshare.gateway.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed records. It never asks for what is newer than the last: records commit out of
 * turn, and whatever is not in the chain is next. Not on the road: what decides knows nothing of it.
 */
public final class RecordChain {

  private static final int AT_ONCE = 500;

  private static final String MISSING =
      "not exists (select 1 from record_chain c where c.decision_id = d.id)";

  // An open transaction ends after seconds: what commits later than this is found once a day.
  private static final String RECENT = " and d.recorded_at > clock_timestamp() - interval '1 hour'";

  private static final String OLDEST = " order by d.recorded_at, d.id limit " + AT_ONCE;

  private static final String INSERT =
      """
      insert into record_chain (number, decision_id, retain_until, record_hash, signed_up_to, chain_hash, chained_at)
      select number, decision_id, retain_until, decode(record_hash, 'hex'), signed_up_to, decode(chain_hash, 'hex'), clock_timestamp()
      from unnest(cast(:numbers as bigint[]), cast(:decisions as uuid[]), cast(:retain as date[]), cast(:records as text[]),
                  cast(:signed as int[]), cast(:chain as text[])) as t (number, decision_id, retain_until, record_hash, signed_up_to, chain_hash)
      """;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final AtomicBoolean caughtUp = new AtomicBoolean();

  /**
   * @param transactions that end before this returns
   */
  public RecordChain(JdbcClient database, TransactionTemplate transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /**
   * Chains what was committed in the last hour and is not in the chain; the first time, what was
   * left when the gateway stopped, however old.
   */
  public void chainRecent() {
    chainAll(caughtUp.get() ? MISSING + RECENT : MISSING);
    caughtUp.set(true);
  }

  /** Chains whatever is not in the chain, however old. */
  public void chainEverything() {
    chainAll(MISSING);
  }

  /** The end of the chain: how many links, and the hash over them all. */
  record End(long number, byte[] hash) {}

  /** Until the caller's transaction ends, nobody else adds to the chain. */
  End hold() {
    database
        .sql("select pg_advisory_xact_lock(hashtext('record_chain'))")
        .query((row, n) -> true)
        .single();
    return database
        .sql("select number, chain_hash from record_chain order by number desc limit 1")
        .query((row, n) -> new End(row.getLong(1), row.getBytes(2)))
        .optional()
        .orElse(new End(0, Link.BEGINNING));
  }

  private void chainAll(String condition) {
    String next = RecordHash.of(condition + OLDEST) + " order by recorded_at, id";
    int chained;
    do {
      chained = transactions.execute(status -> chain(next));
    } while (chained == AT_ONCE);
  }

  private int chain(String next) {
    End end = hold();
    RecordHash.oneWayToWrite(database);
    int signedUpTo =
        database
            .sql("select coalesce(max(number), 0) from record_signature")
            .query(Integer.class)
            .single();
    var links = new ArrayList<Link>();
    database
        .sql(next)
        .query(row -> {
          links.add(link(row, end.number() + links.size() + 1, signedUpTo));
        });
    if (!links.isEmpty()) {
      insert(links, end.hash());
    }
    return links.size();
  }

  private static Link link(ResultSet row, long number, int signedUpTo) throws SQLException {
    return new Link(
        number,
        row.getObject("id", UUID.class),
        row.getObject("retain_until", LocalDate.class),
        row.getBytes("hash"),
        signedUpTo);
  }

  private void insert(List<Link> links, byte[] end) {
    var hashes = new ArrayList<String>();
    byte[] before = end;
    for (Link link : links) {
      before = link.hashAfter(before);
      hashes.add(HexFormat.of().formatHex(before));
    }
    database
        .sql(INSERT)
        .param("numbers", array(links.stream().map(Link::number).toList()))
        .param("decisions", array(links.stream().map(Link::decisionId).toList()))
        .param("retain", array(links.stream().map(Link::retainUntil).toList()))
        .param(
            "records",
            array(
                links.stream().map(link -> HexFormat.of().formatHex(link.recordHash())).toList()))
        .param("signed", array(links.stream().map(Link::signedUpTo).toList()))
        .param("chain", array(hashes))
        .update();
  }

  /** Of values that need no quotes. */
  private static String array(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
