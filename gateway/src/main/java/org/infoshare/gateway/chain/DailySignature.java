package org.infoshare.gateway.chain;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.model.England;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the chain once a day, also on a day without records: a missing one is seen. Its fingerprint
 * goes to the log, which is not in the database.
 */
public final class DailySignature {

  private static final Logger log = LoggerFactory.getLogger(DailySignature.class);

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final RecordChain chain;
  private final GatewayKeys keys;
  private final InstantSource clock;

  public DailySignature(
      JdbcClient database,
      TransactionTemplate transactions,
      RecordChain chain,
      GatewayKeys keys,
      InstantSource clock) {
    this.database = database;
    this.transactions = transactions;
    this.chain = chain;
    this.keys = keys;
    this.clock = clock;
  }

  /** Chains whatever is left, and signs; nothing if this day is signed already. */
  public void sign() {
    chain.chainEverything();
    keys.records();
    Optional<DaySigned> signed = transactions.execute(status -> signToday());
    signed.ifPresent(
        day ->
            log.info(
                "decision records up to {} signed: signature {} of {}, fingerprint {}",
                day.lastRecord(),
                day.number(),
                day.day(),
                day.fingerprint()));
  }

  private Optional<DaySigned> signToday() {
    RecordChain.End end = chain.hold();
    Instant now = clock.instant();
    LocalDate today = England.day(now);
    Optional<DaySigned> last =
        database
            .sql(DaySigned.SELECT + " order by number desc limit 1")
            .query((row, n) -> DaySigned.of(row))
            .optional();
    if (last.filter(day -> !day.day().isBefore(today)).isPresent()) {
      return Optional.empty();
    }
    var unsigned =
        new DaySigned(
            last.map(DaySigned::number).orElse(0) + 1,
            today,
            end.number(),
            end.hash(),
            last.map(DaySigned::hash).orElse(Link.BEGINNING),
            new byte[0]);
    var day =
        new DaySigned(
            unsigned.number(),
            today,
            unsigned.lastRecord(),
            unsigned.chainHash(),
            unsigned.previousHash(),
            keys.records().sign(unsigned.words()));
    database
        .sql(
            """
            insert into record_signature (number, day, last_record, chain_hash, previous_hash, signature, signed_at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            day.number(),
            day.day(),
            day.lastRecord(),
            day.chainHash(),
            day.previousHash(),
            day.signature(),
            now.atOffset(ZoneOffset.UTC))
        .update();
    return Optional.of(day);
  }
}
