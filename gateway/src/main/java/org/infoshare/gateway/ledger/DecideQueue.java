package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages that go to their decide lane because something new is known about their people: what is
 * held of them may go now, or be nobody's question any more; what went may have to be recalled; and
 * what stayed behind because somebody had not agreed may go after all, while the message is young.
 */
final class DecideQueue {

  // Laterals with "offset 0" keep to the indexes, whatever the planner believes of tables that have
  // grown since it looked. What waits to be decided already is not queued twice.
  private static final String WAITING =
      """
      select m.id, m.case_id, m.urgent
      from unnest(cast(:cases as uuid[])) as near (case_id)
      cross join lateral (select id, case_id, urgent, accepted_at from message where case_id = near.case_id offset 0) as m
      where (exists (select 1 from held_part h where h.message_id = m.id and h.state = 'waiting')
             or :sent and exists (select 1 from delivery d where d.message_id = m.id and d.tries > 0)
             or m.accepted_at > :young and exists (
               select 1 from decision c cross join unnest(c.rules) as rule
               where c.message_id = m.id and (rule like 'C:%' or rule in ('L0', 'T1'))))
        and not exists (
          select 1 from lane_row r
          where r.lane = 'decide/' || m.case_id || case when m.urgent then '/urgent' else '' end and r.ref = m.id)
      """;

  /** An older message's sender sends it again: what it says may hold no more. */
  private static final Duration YOUNG = Duration.ofDays(28);

  private final JdbcClient database;
  private final LaneQueue lanes;

  DecideQueue(JdbcClient database, LaneQueue lanes) {
    this.database = database;
    this.lanes = lanes;
  }

  /** A message that is to be decided. */
  record ToDecide(UUID message, UUID caseId, boolean urgent) {

    String lane() {
      return Lanes.decide(caseId, urgent);
    }

    Priority priority() {
      return urgent ? Priority.URGENT : Priority.ORDINARY;
    }
  }

  /**
   * The messages of these cases of which a part waits for a person, or stayed behind for want of a
   * consent.
   *
   * @param at the moment from which a message's age counts
   * @param sent also those of which something may have been sent, since it may have to be recalled
   * @param cases whose facts the caller's transaction has moved: what is decided meanwhile on the
   *     old ones is found out when it is recorded
   */
  List<ToDecide> waitingIn(Collection<UUID> cases, boolean sent, Instant at) {
    return cases.isEmpty()
        ? List.of()
        : database
            .sql(WAITING)
            .param("cases", Sql.array(cases))
            .param("sent", sent)
            .param("young", Sql.at(at.minus(YOUNG)))
            .query(DecideQueue::toDecide)
            .list();
  }

  /** This message, whatever became of it so far. */
  Optional<ToDecide> of(UUID message) {
    return database
        .sql("select id, case_id, urgent from message where id = ?")
        .param(message)
        .query(DecideQueue::toDecide)
        .optional();
  }

  private static ToDecide toDecide(ResultSet row, int number) throws SQLException {
    return new ToDecide(
        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3));
  }

  /** Queues them all, in the order in which lanes are locked; the caller's last statements. */
  void queue(Collection<ToDecide> messages) {
    var sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparing(ToDecide::lane));
    sorted.forEach(one -> lanes.add(one.lane(), WorkKind.DECIDE, one.message(), one.priority()));
  }
}
