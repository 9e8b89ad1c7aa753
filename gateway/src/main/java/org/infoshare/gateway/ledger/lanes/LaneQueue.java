package org.infoshare.gateway.ledger.lanes;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where work is queued, in the transaction of whoever makes it necessary. */
public final class LaneQueue {

  private static final String ADD =
      """
      with taken as (
        insert into lane as l (lane, next_seq, due, prio) values (:lane, 1, clock_timestamp(), :prio)
        on conflict (lane) do update
          set next_seq = l.next_seq + 1, due = coalesce(l.due, excluded.due), prio = greatest(l.prio, excluded.prio)
        returning lane, next_seq)
      insert into lane_row (lane, seq, kind, ref) select lane, next_seq, :kind, :ref from taken
      """;

  private final JdbcClient database;
  private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

  public LaneQueue(JdbcClient database) {
    this.database = database;
  }

  /** What this node calls when a transaction that queued something has committed. */
  public void onCommit(Runnable wake) {
    sleepers.add(wake);
  }

  /**
   * Queues one row, in the caller's transaction. The lane stays locked until the commit, which is
   * what makes the order of its rows that of the commits: let this be the transaction's last
   * statement, and several lanes come in sorted order. A lane that backs off goes on backing off.
   */
  public void add(String lane, WorkKind kind, UUID ref, Priority priority) {
    database
        .sql(ADD)
        .param("lane", lane)
        .param("prio", priority.rank())
        .param("kind", kind.name())
        .param("ref", ref)
        .update();
    wakeAfterCommit();
  }

  /** Ends a lane's back-off: its next row is tried at once. */
  public void tryNow(String lane) {
    database
        .sql(
            "update lane set due = clock_timestamp() where lane = ? and owner is null and due is"
                + " not null")
        .param(lane)
        .update();
    wakeAfterCommit();
  }

  private void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("work is queued in a transaction, or it may be lost");
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sleepers.forEach(Runnable::run);
          }
        });
  }
}
