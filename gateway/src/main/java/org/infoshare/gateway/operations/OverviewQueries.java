package org.infoshare.gateway.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.HeldParts;
import org.infoshare.gateway.ledger.KeepsWaiting;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the overview from the ledger's tables. Touches no encrypted column. */
@Component
class OverviewQueries {

  private static final String REFERENCE = "sender_message_id";
  private static final Duration REFUSED_SHOWN_FOR = Duration.ofDays(1);

  private final JdbcClient database;
  private final Clock clock;

  OverviewQueries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Overview overview() {
    Instant now = clock.instant();
    return new Overview(
        now,
        escalations(),
        held(),
        attention(),
        matches(),
        undecided(),
        underWay(),
        owed(now),
        refusedInput(now));
  }

  Optional<Overview.HeldPart> held(UUID id) {
    RowMapper<Overview.HeldPart> mapper = (row, number) -> heldPart(row);
    return database.sql(HELD + " and h.id = ?").param(id).query(mapper).optional();
  }

  /** Other parts of the same message that wait to go to the same recipient, for the same reason. */
  List<Overview.HeldPart> alike(UUID heldPart) {
    RowMapper<Overview.HeldPart> mapper = (row, number) -> heldPart(row);
    return database
        .sql(
            HELD
                + """
                 and h.id <> :part and (h.message_id, h.recipient_agency, h.recipient_function, h.rule)
                   = (select message_id, recipient_agency, recipient_function, rule from held_part where id = :part)
                order by h.segment
                """)
        .param("part", heldPart)
        .query(mapper)
        .list();
  }

  private List<Overview.Escalation> escalations() {
    return all(
        """
        select e.id, e.message_id, m.sender_message_id, m.sender, e.opened_at, count(p.sent_at) told, max(p.sent_at) last_told,
               (array_agg(p.last_error order by p.number desc))[1] last_error
        from escalation e join message m on m.id = e.message_id left join page p on p.escalation_id = e.id
        where e.state = 'open'
        group by e.id, m.sender_message_id, m.sender
        order by e.opened_at limit %d
        """,
        row ->
            new Overview.Escalation(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                row.getString("sender"),
                at(row, "opened_at"),
                row.getInt("told"),
                maybeAt(row, "last_told"),
                maybe(row, "last_error")));
  }

  private static final String HELD =
      """
      select h.id, h.message_id, m.sender_message_id, m.sender, h.recipient_agency, h.recipient_function, h.segment, h.category, h.rule,
             h.held_at, h.due_at, h.decision_id, h.first_by
      from held_part h join message m on m.id = h.message_id
      where h.state = 'waiting'\
      """;

  private List<Overview.HeldPart> held() {
    return all(HELD + " order by h.held_at limit %d", OverviewQueries::heldPart);
  }

  private static Overview.HeldPart heldPart(ResultSet row) throws SQLException {
    return new Overview.HeldPart(
        id(row, "id"),
        id(row, "message_id"),
        row.getString(REFERENCE),
        row.getString("sender"),
        recipient(row),
        row.getString("segment"),
        row.getString("category"),
        row.getString("rule"),
        at(row, "held_at"),
        maybeAt(row, "due_at"),
        maybeId(row, "decision_id"),
        HeldParts.needsTwo(row.getString("rule"), row.getString("category")),
        maybe(row, "first_by"));
  }

  private List<Overview.Attention> attention() {
    return all(
        """
        select a.id, a.kind, a.code, a.message_id, m.sender_message_id, a.delivery_id, d.recipient_agency,
               d.recipient_function, a.opened_at
        from attention a left join message m on m.id = a.message_id left join delivery d on d.id = a.delivery_id
        where a.state = 'open' order by a.opened_at limit %d
        """,
        row ->
            new Overview.Attention(
                id(row, "id"),
                row.getString("kind"),
                row.getString("code"),
                maybeId(row, "message_id"),
                maybe(row, REFERENCE),
                maybeId(row, "delivery_id"),
                maybe(row, "recipient_agency").map(agency -> recipient(row)),
                at(row, "opened_at")));
  }

  private List<Overview.Match> matches() {
    return all(
        """
        select m.person_a, m.person_b, m.found_at,
               array(select distinct s.stated_by from person_statement s where s.person_id in (m.person_a, m.person_b) order by 1) as agencies
        from possible_match m where m.state = 'open' order by m.found_at limit %d
        """,
        row ->
            new Overview.Match(
                id(row, "person_a"),
                id(row, "person_b"),
                List.of((String[]) row.getArray("agencies").getArray()),
                at(row, "found_at")));
  }

  private List<Overview.Undecided> undecided() {
    return all(
        """
        select m.id, m.sender_message_id, m.sender, m.urgent, m.undecided_code, m.accepted_at, l.due
        from message m left join lane l on l.lane = 'decide/' || m.case_id || case when m.urgent then '/urgent' else '' end
        where m.decided_at is null order by m.accepted_at limit %d
        """,
        row ->
            new Overview.Undecided(
                id(row, "id"),
                row.getString(REFERENCE),
                row.getString("sender"),
                row.getBoolean("urgent"),
                maybe(row, "undecided_code"),
                at(row, "accepted_at"),
                maybeAt(row, "due")));
  }

  private List<Overview.UnderWay> underWay() {
    return all(
        """
        select d.id, d.message_id, m.sender_message_id, d.recipient_agency, d.recipient_function, d.state, d.tries,
               d.last_error, d.queued_at, d.deadline_at, d.decision_id, l.due,
               array(select o.code from obligation o
                     where d.state = 'before_sending' and o.message_id = d.message_id and o.recipient_agency = d.recipient_agency
                       and o.recipient_function = d.recipient_function and %s order by o.code) as waits_for
        from delivery d join message m on m.id = d.message_id left join lane l on l.lane = d.lane
        where d.state in ('before_sending', 'queued', 'sending', 'failed', 'unknown') order by d.queued_at limit %%d
        """
            .formatted(KeepsWaiting.CONDITION),
        row ->
            new Overview.UnderWay(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                recipient(row),
                row.getString("state"),
                List.of((String[]) row.getArray("waits_for").getArray()),
                row.getInt("tries"),
                maybe(row, "last_error"),
                at(row, "queued_at"),
                maybeAt(row, "due"),
                at(row, "deadline_at"),
                id(row, "decision_id")));
  }

  private List<Overview.Owed> owed(Instant now) {
    return all(
        """
        select o.id, o.message_id, m.sender_message_id, o.recipient_agency, o.recipient_function, o.code, o.owner,
               o.before_sending, o.opened_at, d.waits_until is not null and %s as keeps_waiting, coalesce(o.due_at, d.waits_until) as due_at,
               o.first_by,
               (select h.id from held_part h
                where o.code = 'O19' and h.message_id = o.message_id and h.recipient_agency = o.recipient_agency
                  and h.recipient_function = o.recipient_function and h.rule = 'B.location' and h.state = 'waiting' limit 1) as place
        from obligation o join message m on m.id = o.message_id
        cross join lateral (
          select min(deadline_at) as waits_until from delivery d
          where o.before_sending and d.message_id = o.message_id and d.recipient_agency = o.recipient_agency
            and d.recipient_function = o.recipient_function and d.state = 'before_sending') as d
        where o.state = 'open' and (o.before_sending or o.due_at < ?) order by o.opened_at limit %%d
        """
            .formatted(KeepsWaiting.CONDITION),
        row ->
            new Overview.Owed(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                recipient(row),
                row.getString("code"),
                row.getString("owner"),
                row.getBoolean("before_sending"),
                row.getBoolean("keeps_waiting"),
                at(row, "opened_at"),
                maybeAt(row, "due_at"),
                maybe(row, "first_by"),
                maybeId(row, "place")),
        now);
  }

  /** The code of an obligation that is open. */
  Optional<String> openObligation(UUID id) {
    return database
        .sql("select code from obligation where id = ? and state = 'open'")
        .param(id)
        .query(String.class)
        .optional();
  }

  private List<Overview.RefusedInput> refusedInput(Instant now) {
    return all(
        "select agency, code, at from refused_input where at > ? order by at limit %d",
        row ->
            new Overview.RefusedInput(maybe(row, "agency"), row.getString("code"), at(row, "at")),
        now.minus(REFUSED_SHOWN_FOR));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> all(String sql, Reading<T> reading, Instant... times) {
    RowMapper<T> mapper = (row, number) -> reading.of(row);
    JdbcClient.StatementSpec statement = database.sql(sql.formatted(Overview.MOST));
    for (Instant time : times) {
      statement = statement.param(Timestamp.from(time));
    }
    return statement.query(mapper).list();
  }

  private static String recipient(ResultSet row) {
    try {
      return row.getString("recipient_agency") + "/" + row.getString("recipient_function");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Optional<UUID> maybeId(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(id(row, column));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static Optional<Instant> maybeAt(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Optional<String> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
