package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.TurnLost;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How turns end: in the transaction of what was done in them, so that a row and its outcome are
 * never apart. Each statement checks the fencing token on the locked row itself.
 */
public final class LaneTurns {

  // One statement: whether more rows wait is asked of the row that it locks, so no wake-up is lost
  // between look and lock.
  private static final String DONE =
      """
      with mine as (
        update lane set owner = case when next_seq = :seq then null else owner end,
                        due = case when next_seq = :seq then null else due end, failures = 0, last_error = null
        where lane = :lane and epoch = :epoch and owner is not null
        returning next_seq),
      gone as (delete from lane_row where lane = :lane and seq = :seq and exists (select 1 from mine))
      select next_seq from mine
      """;

  private static final String BACK_OFF =
      """
      update lane set owner = null, due = clock_timestamp() + make_interval(secs => :seconds), failures = failures + 1, last_error = :code
      where lane = :lane and epoch = :epoch and owner is not null
      """;

  private final JdbcClient database;
  private final Map<Turn, Ended> ended = new ConcurrentHashMap<>();

  public LaneTurns(JdbcClient database) {
    this.database = database;
  }

  /** How a turn ended, for the engine: whether it still has the lane. */
  enum Ended {
    MORE_ROWS,
    LANE_LEFT
  }

  /**
   * The row is done. Last statement but for later lanes in the caller's transaction.
   *
   * @throws TurnLost if the lane was taken over; the caller's transaction must not commit
   */
  public void done(Turn turn) {
    Optional<Long> nextSeq =
        database
            .sql(DONE)
            .param("lane", turn.lane())
            .param("seq", turn.row())
            .param("epoch", turn.epoch())
            .query(Long.class)
            .optional();
    long last = nextSeq.orElseThrow(() -> new TurnLost(turn));
    ended.put(turn, last == turn.row() ? Ended.LANE_LEFT : Ended.MORE_ROWS);
  }

  /**
   * The row stays at the head of its lane, and nothing of the lane runs until then.
   *
   * @param code what went wrong, as the operators see it: no words about people
   * @throws TurnLost as {@link #done}
   */
  public void backOff(Turn turn, Duration retryIn, String code) {
    int mine =
        database
            .sql(BACK_OFF)
            .param("lane", turn.lane())
            .param("seconds", retryIn.toMillis() / 1000.0)
            .param("code", code)
            .param("epoch", turn.epoch())
            .update();
    if (mine == 0) {
      throw new TurnLost(turn);
    }
    ended.put(turn, Ended.LANE_LEFT);
  }

  /** How this turn ended, once; empty if it did not. */
  Optional<Ended> take(Turn turn) {
    return Optional.ofNullable(ended.remove(turn));
  }
}
