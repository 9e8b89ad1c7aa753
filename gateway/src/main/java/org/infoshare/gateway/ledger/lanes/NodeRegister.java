package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which nodes live. Its connections are its own, so that no work can keep a node from beating. The
 * clock is the database's.
 */
final class NodeRegister {

  private final JdbcClient database;

  NodeRegister(JdbcClient database) {
    this.database = database;
  }

  void enter(String node) {
    database.sql("insert into node (node) values (?)").param(node).update();
  }

  /** False: this node was taken for dead, and its lanes have gone to others. */
  boolean beat(String node) {
    return database
            .sql("update node set beat = clock_timestamp() where node = ?")
            .param(node)
            .update()
        == 1;
  }

  void leave(String node) {
    database.sql("delete from node where node = ?").param(node).update();
  }

  /** Strikes off nodes that have not beaten for so long. */
  List<String> strikeOff(Duration silent) {
    return database
        .sql(
            "delete from node where beat < clock_timestamp() - make_interval(secs => ?) returning"
                + " node")
        .param(silent.toMillis() / 1000.0)
        .query(String.class)
        .list();
  }

  /**
   * Frees the lanes of nodes that are not entered. A statement after the striking off, and for
   * every node that is not there, not only those struck off now: a paused node may have taken lanes
   * after it was struck off. Whoever had them is fenced off by the epoch; a row that kills its node
   * backs off like any other that fails. They go before lanes that wait and have not begun: an
   * attempt may be open in them, and what became of it is unknown until then. A lane that a paused node left locked in the middle of a
   * transaction waits for a later look: this node must go on beating.
   */
  List<String> freeOrphans() {
    return database
        .sql(
            """
            update lane set owner = null, epoch = epoch + 1, failures = failures + 1, due = clock_timestamp() - interval '30 days'
            where lane in (
              select lane from lane
              where owner is not null and not exists (select 1 from node where node.node = lane.owner)
              for update skip locked)
            returning lane
            """)
        .query(String.class)
        .list();
  }
}
