package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements by which nodes take lanes and leave them. Each is a transaction of its own. */
final class LaneStore {

  // now() and not clock_timestamp(): a condition that is volatile keeps the planner from the index of the lanes that are due.
  private static final String PICK =
      """
      with urgent as (
        select lane from lane where owner is null and due <= now() and prio >= :urgent
        order by prio desc, due limit :slots for update skip locked),
      ordinary as (
        select lane from lane where owner is null and due <= now() and prio < :urgent
        order by prio desc, due limit least(:ordinarySlots, :slots - (select count(*) from urgent)) for update skip locked)
      update lane set owner = :node, epoch = lane.epoch + 1
      from (select lane from urgent union all select lane from ordinary) as due_lanes
      where lane.lane = due_lanes.lane and exists (select 1 from node where node = :node)
      returning lane.lane, lane.epoch, lane.failures, lane.prio
      """;

  private final JdbcClient database;

  LaneStore(JdbcClient database) {
    this.database = database;
  }

  /** A lane that this node has. */
  record Held(String lane, long epoch, int failures, int prio) {

    boolean urgent() {
      return prio >= Priority.URGENT.rank();
    }
  }

  /** The row at the head of a lane. */
  record Head(long seq, WorkKind kind, UUID ref) {}

  /**
   * Takes lanes that are due for this node, urgent ones first; none for a node that was struck off,
   * or a paused node would take back what was just freed from it.
   *
   * @param slots how many at most
   * @param ordinarySlots how many of them may be ordinary
   */
  List<Held> pick(String node, int slots, int ordinarySlots) {
    return database
        .sql(PICK)
        .param("node", node)
        .param("urgent", Priority.URGENT.rank())
        .param("slots", slots)
        .param("ordinarySlots", ordinarySlots)
        .query((row, n) -> new Held(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /** All lanes that this node has, whether or not it knows of it. */
  List<Held> heldBy(String node) {
    return database
        .sql("select lane, epoch, failures, prio from lane where owner = ?")
        .param(node)
        .query((row, n) -> new Held(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /**
   * In a statement of its own, after the pick: see the package. Empty if the lane is no longer this
   * turn's, or empty.
   */
  Optional<Head> head(Held held) {
    return database
        .sql(
            """
            select r.seq, r.kind, r.ref from lane_row r join lane l using (lane)
            where l.lane = ? and l.epoch = ? and l.owner is not null order by r.seq limit 1
            """)
        .params(held.lane(), held.epoch())
        .query(
            (row, n) ->
                new Head(
                    row.getLong(1),
                    WorkKind.valueOf(row.getString(2)),
                    row.getObject(3, UUID.class)))
        .optional();
  }

  /** Leaves a lane that has more to do, behind the lanes of its rank that wait. */
  void yield(Held held) {
    database
        .sql(
            "update lane set owner = null, due = clock_timestamp() where lane = ? and epoch = ? and"
                + " owner is not null")
        .params(held.lane(), held.epoch())
        .update();
  }

  /** Leaves a lane whose head could not be worked on. False: it was taken over meanwhile. */
  boolean backOff(Held held, Duration retryIn, String code) {
    return database
            .sql(
                """
                update lane set owner = null, due = clock_timestamp() + make_interval(secs => ?), failures = failures + 1, last_error = ?
                where lane = ? and epoch = ? and owner is not null
                """)
            .params(retryIn.toMillis() / 1000.0, code, held.lane(), held.epoch())
            .update()
        == 1;
  }

  /** The same, for a reason that is not the head's: it is not counted against it. */
  boolean postpone(Held held, Duration until, String code) {
    return database
            .sql(
                """
                update lane set owner = null, due = clock_timestamp() + make_interval(secs => ?), last_error = ?
                where lane = ? and epoch = ? and owner is not null
                """)
            .params(until.toMillis() / 1000.0, code, held.lane(), held.epoch())
            .update()
        == 1;
  }
}
