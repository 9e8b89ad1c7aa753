package org.infoshare.gateway.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.model.England;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the decision records against their chain, and the chain against the signatures. A record
 * whose retention has ended may be gone; nothing else may.
 */
public final class ChainCheck {

  private static final int AT_ONCE = 500;

  /** A day, and what a gateway may need to come to it. */
  private static final Duration SIGNED_WITHIN = Duration.ofHours(26);

  private static final String LINKS =
      """
      select c.number, c.decision_id, c.retain_until, c.record_hash, c.signed_up_to, c.chain_hash, c.chained_at,
             (select string_agg(encode(hash, 'hex'), ' ') from (%s) as records) as hash_now
      from record_chain c where c.number >= ? order by c.number limit %d
      """
          .formatted(RecordHash.of("d.id = c.decision_id"), AT_ONCE);

  // The chain has gone past it long ago. What is newer waits to be chained, by a gateway that was
  // stopped for example.
  private static final String NEVER_CHAINED =
      """
      select d.id from decision d
      where d.recorded_at < coalesce((select max(chained_at) from record_chain), clock_timestamp()) - interval '1 hour'
        and not exists (select 1 from record_chain c where c.decision_id = d.id)
      order by d.recorded_at limit 100
      """;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final GatewayKeys keys;
  private final InstantSource clock;

  public ChainCheck(
      JdbcClient database,
      TransactionTemplate transactions,
      GatewayKeys keys,
      InstantSource clock) {
    this.database = database;
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param faults each naming the record, link or signature; none: nothing was changed
   * @param newest the newest signature, as the log names it
   */
  public record Checked(List<String> faults, long records, int signatures, Optional<String> newest) {

    public Checked {
      faults = List.copyOf(faults);
    }
  }

  private record Row(Link link, byte[] chainHash, Instant chainedAt, Optional<String> hashNow) {}

  public Checked check() {
    var faults = new ArrayList<String>();
    List<DaySigned> days =
        database.sql(DaySigned.SELECT + " order by number").query((row, n) -> DaySigned.of(row)).list();
    checkSignatures(days, faults);
    long records = checkChain(days, faults);
    database.sql(NEVER_CHAINED).query(UUID.class).list().stream()
        .map(id -> "Record " + id + " is not in the chain: it was added afterwards, or the chain was cut.")
        .forEach(faults::add);
    Optional<String> newest =
        days.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "signature %d of %s, fingerprint %s"
                    .formatted(
                        days.getLast().number(),
                        days.getLast().day(),
                        days.getLast().fingerprint()));
    return new Checked(faults, records, days.size(), newest);
  }

  private void checkSignatures(List<DaySigned> days, List<String> faults) {
    int expected = 1;
    byte[] previous = Link.BEGINNING;
    for (DaySigned day : days) {
      String name = "Signature " + day.number() + " of " + day.day();
      if (day.number() != expected) {
        faults.add("Before %s, a signature was removed.".formatted(name));
      } else if (!Arrays.equals(day.previousHash(), previous)) {
        faults.add(name + " does not follow the one before: one of them was changed.");
      }
      if (!keys.records().signed(day.words(), day.signature())) {
        faults.add(name + " was not made under this ledger's key, or was changed.");
      }
      expected = day.number() + 1;
      previous = day.hash();
    }
  }

  private long checkChain(List<DaySigned> days, List<String> faults) {
    var walk = new Walk(days, faults);
    List<Row> rows;
    do {
      long from = walk.next;
      rows = transactions.execute(status -> links(from));
      rows.forEach(walk::step);
    } while (rows.size() == AT_ONCE);
    walk.end();
    return walk.next - 1;
  }

  private List<Row> links(long from) {
    RecordHash.oneWayToWrite(database);
    return database
        .sql(LINKS)
        .param(from)
        .query(
            (row, n) ->
                new Row(
                    new Link(
                        row.getLong("number"),
                        row.getObject("decision_id", UUID.class),
                        row.getObject("retain_until", LocalDate.class),
                        row.getBytes("record_hash"),
                        row.getInt("signed_up_to")),
                    row.getBytes("chain_hash"),
                    row.getObject("chained_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString("hash_now"))))
        .list();
  }

  /** Along the chain, link by link. */
  private final class Walk {

    private final List<DaySigned> days;
    private final List<String> faults;
    private final int signatures;
    private byte[] before = Link.BEGINNING;
    private Optional<Instant> unsignedSince = Optional.empty();
    private long next = 1;

    Walk(List<DaySigned> days, List<String> faults) {
      this.days = new ArrayList<>(days);
      this.faults = faults;
      this.signatures = days.isEmpty() ? 0 : days.getLast().number();
    }

    void step(Row row) {
      Link link = row.link();
      if (link.number() != next) {
        faults.add("Links %d to %d of the chain were removed.".formatted(next, link.number() - 1));
        days.removeIf(day -> day.lastRecord() < link.number());
      } else if (!Arrays.equals(row.chainHash(), link.hashAfter(before))) {
        faults.add(
            "Link %d of the chain, of record %s, was changed."
                .formatted(link.number(), link.decisionId()));
      }
      record(row);
      signature(row);
      before = row.chainHash();
      next = link.number() + 1;
    }

    private void record(Row row) {
      Link link = row.link();
      LocalDate today = England.day(clock.instant());
      if (row.hashNow().isEmpty()) {
        if (!link.retainUntil().isBefore(today)) {
          faults.add("Record %s was removed.".formatted(link.decisionId()));
        }
      } else if (!row.hashNow().get().equals(HexFormat.of().formatHex(link.recordHash()))) {
        faults.add("Record %s was changed.".formatted(link.decisionId()));
      }
    }

    private void signature(Row row) {
      Link link = row.link();
      if (link.signedUpTo() > signatures) {
        faults.add(
            "Signature %d was removed: link %d of the chain was made after it."
                .formatted(link.signedUpTo(), link.number()));
      }
      days.removeIf(day -> day.lastRecord() < link.number());
      if (days.isEmpty() && unsignedSince.isEmpty()) {
        unsignedSince = Optional.of(row.chainedAt());
      }
      days.stream()
          .filter(day -> day.lastRecord() == link.number())
          .filter(day -> !Arrays.equals(day.chainHash(), row.chainHash()))
          .forEach(
              day ->
                  faults.add(
                      "Signature %d of %s was made over another chain than the one that is kept."
                          .formatted(day.number(), day.day())));
    }

    void end() {
      days.stream()
          .filter(day -> day.lastRecord() >= next)
          .findFirst()
          .ifPresent(
              day ->
                  faults.add(
                      "The chain ends at link %d, and signature %d of %s was made at link %d: the rest was removed."
                          .formatted(next - 1, day.number(), day.day(), day.lastRecord())));
      unsignedSince
          .filter(since -> since.plus(SIGNED_WITHIN).isBefore(clock.instant()))
          .ifPresent(
              since ->
                  faults.add(
                      "What was chained since %s is under no signature: one was removed, or nobody signs."
                          .formatted(since)));
    }
  }
}
