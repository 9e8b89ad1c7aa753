package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets go of the traces of refused input that have been kept for long enough: whoever knocks at the
 * doors for years does not fill the ledger. Nothing else about a refusal stands anywhere.
 */
final class OldRefusals implements Runnable {

  private static final int AT_ONCE = 2_000;

  private final JdbcClient database;
  private final InstantSource clock;
  private final Duration kept;

  OldRefusals(JdbcClient database, InstantSource clock, Duration kept) {
    this.database = database;
    this.clock = clock;
    this.kept = kept;
  }

  /** Each statement takes but so many: nobody waits for all of them together. */
  @Override
  public void run() {
    var before = Sql.at(clock.instant().minus(kept));
    int gone;
    do {
      gone =
          database
              .sql(
                  "delete from refused_input where id in (select id from refused_input where at < ?"
                      + " order by at limit ?)")
              .params(before, AT_ONCE)
              .update();
    } while (gone == AT_ONCE);
  }
}
