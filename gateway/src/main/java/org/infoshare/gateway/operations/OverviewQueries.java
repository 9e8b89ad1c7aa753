package org.infoshare.gateway.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.infoshare.gateway.ledger.HeldParts;
import org.infoshare.gateway.ledger.KeepsWaiting;
import org.infoshare.gateway.operations.Overview.Shown;
import org.infoshare.gateway.operations.Overview.Totals;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the overview from the ledger's tables. Touches no encrypted column. */
@Component
class OverviewQueries {

  private static final String REFERENCE = "sender_message_id";
  private static final Duration SHOWN_FOR = Duration.ofDays(1);
  private static final String RISK = "case when m.immediate then 'immediate' else m.rag end as risk";
  private static final String CONFLICT_RISK =
      "case when coalesce(c.immediate, m.immediate) then 'immediate' else coalesce(c.rag, m.rag) end as risk";
  private static final String URGENT_FIRST = " order by m.immediate desc nulls last, m.urgent desc nulls last, ";

  // An ordinary message that nobody can decide is not for a person to see to before its deadline.
  private static final String LISTED = "h.state = 'waiting' and (h.rule <> 'ENG' or m.immediate)";

  private static final String UNDECIDED =
      "select id from message where decided_at is null union select ref from lane_row where kind = 'DECIDE'";

  // What its sender owes is the sender's to see to, until it is late.
  private static final String OWED =
      "o.state = 'open' and o.code not like 'H%'"
          + " and (o.before_sending or o.due_at < ${now} or o.owner in ('ig', 'duty_team') or o.code = 'O2')";

  private static final String TOTALS =
      """
      select (select count(*) from escalation where state = 'open') as escalations,
             (select count(*) from escalation where state = 'answered' and answered_at > :since) as taken,
             (select count(*) from held_part h join message m on m.id = h.message_id where ${held}) as held,
             (select count(*) from attention where state = 'open') as attention,
             (select count(*) from possible_match where state = 'open') as matches,
             (select count(*) from (${undecided}) as open) as undecided,
             (select count(*) from obligation o where ${owed}) as owed,
             (select count(*) from refused_input where at > :since) as refused_input
      """
          .replace("${held}", LISTED)
          .replace("${undecided}", UNDECIDED)
          .replace("${owed}", OWED.replace("${now}", ":now"));

  private final JdbcClient database;
  private final Clock clock;

  OverviewQueries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Overview overview(Shown shown) {
    Instant now = clock.instant();
    return new Overview(
        now,
        totals(now),
        shown,
        escalations(shown),
        taken(shown, now),
        held(shown),
        attention(shown),
        matches(shown),
        undecided(shown),
        underWay(shown),
        owed(shown, now),
        refusedInput(shown, now));
  }

  /** How much there is of everything. */
  Totals totals(Instant now) {
    var states = new TreeMap<String, Long>();
    database
        .sql(
            "select state, count(*) from delivery where state in ('before_sending', 'queued',"
                + " 'sending', 'failed', 'unknown') group by state")
        .query(
            row -> {
              states.put(row.getString(1), row.getLong(2));
            });
    return database
        .sql(TOTALS)
        .param("now", Timestamp.from(now))
        .param("since", Timestamp.from(now.minus(SHOWN_FOR)))
        .query(
            (row, n) ->
                new Totals(
                    row.getLong("escalations"),
                    row.getLong("taken"),
                    row.getLong("held"),
                    row.getLong("attention"),
                    row.getLong("matches"),
                    row.getLong("undecided"),
                    states.values().stream().mapToLong(Long::longValue).sum(),
                    row.getLong("owed"),
                    row.getLong("refused_input"),
                    states))
        .single();
  }

  /** A part about which a person may decide. */
  Optional<Overview.HeldPart> held(UUID id) {
    RowMapper<Overview.HeldPart> mapper = (row, number) -> heldPart(row);
    return database.sql(HELD + " and h.id = ? and h.rule <> 'ENG'").param(id).query(mapper).optional();
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

  private List<Overview.Escalation> escalations(Shown shown) {
    return all(
        shown,
        "escalations",
        """
        select e.id, e.message_id, m.sender_message_id, m.sender, e.conflict_id, %s, e.opened_at,
               count(p.sent_at) told, max(p.sent_at) last_told, (array_agg(p.last_error order by p.number desc))[1] last_error
        from escalation e join message m on m.id = e.message_id left join conflict c on c.id = e.conflict_id
        left join page p on p.escalation_id = e.id
        where e.state = 'open'
        group by e.id, m.id, c.id
        order by coalesce(c.immediate, m.immediate) desc, e.opened_at, e.id
        """
            .formatted(CONFLICT_RISK),
        row ->
            new Overview.Escalation(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                row.getString("sender"),
                row.getString("risk"),
                maybeId(row, "conflict_id"),
                at(row, "opened_at"),
                row.getInt("told"),
                maybeAt(row, "last_told"),
                maybe(row, "last_error")));
  }

  private static final String TAKEN =
      """
      select e.id, e.message_id, m.sender_message_id, m.sender, e.conflict_id, e.opened_at, e.answered_at, e.answered_by
      from escalation e join message m on m.id = e.message_id
      where e.state = 'answered'\
      """;

  private List<Overview.Taken> taken(Shown shown, Instant now) {
    return all(
        shown,
        "taken",
        TAKEN + " and e.answered_at > ? order by e.answered_at desc, e.id",
        OverviewQueries::taken,
        now.minus(SHOWN_FOR));
  }

  /** Who has an immediate risk; empty if nobody has it. */
  Optional<Overview.Taken> taken(UUID escalation) {
    RowMapper<Overview.Taken> mapper = (row, number) -> taken(row);
    return database.sql(TAKEN + " and e.id = ?").param(escalation).query(mapper).optional();
  }

  private static Overview.Taken taken(ResultSet row) throws SQLException {
    return new Overview.Taken(
        id(row, "id"),
        id(row, "message_id"),
        row.getString(REFERENCE),
        row.getString("sender"),
        maybeId(row, "conflict_id"),
        at(row, "opened_at"),
        at(row, "answered_at"),
        row.getString("answered_by"));
  }

  private static final String HELD =
      """
      select h.id, h.message_id, m.sender_message_id, m.sender, h.recipient_agency, h.recipient_function, h.segment, h.category, h.rule,
             m.accepted_at, h.held_at, h.due_at, h.decision_id, h.first_by, %s
      from held_part h join message m on m.id = h.message_id
      where %s\
      """
          .formatted(RISK, LISTED);

  private List<Overview.HeldPart> held(Shown shown) {
    return all(
        shown,
        "held",
        HELD + URGENT_FIRST + "h.held_at, h.message_id, h.id",
        OverviewQueries::heldPart);
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
        row.getString("risk"),
        at(row, "accepted_at"),
        at(row, "held_at"),
        maybeAt(row, "due_at"),
        maybeId(row, "decision_id"),
        HeldParts.needsTwo(row.getString("rule"), row.getString("category")),
        maybe(row, "first_by"));
  }

  private List<Overview.Attention> attention(Shown shown) {
    return all(
        shown,
        "attention",
        """
        select a.id, a.kind, a.code, a.message_id, m.sender_message_id, a.delivery_id, a.conflict_id, d.recipient_agency,
               d.recipient_function, a.opened_at, %s
        from attention a left join message m on m.id = a.message_id left join delivery d on d.id = a.delivery_id
        left join conflict c on c.id = a.conflict_id
        where a.state = 'open'
        order by coalesce(c.immediate, m.immediate) desc nulls last, coalesce(c.rag = 'red', m.urgent) desc nulls last, a.opened_at, a.id
        """
            .formatted(CONFLICT_RISK),
        row ->
            new Overview.Attention(
                id(row, "id"),
                row.getString("kind"),
                row.getString("code"),
                maybeId(row, "message_id"),
                maybe(row, REFERENCE),
                maybeId(row, "delivery_id"),
                maybeId(row, "conflict_id"),
                maybe(row, "recipient_agency").map(agency -> recipient(row)),
                maybe(row, "risk"),
                at(row, "opened_at")));
  }

  private List<Overview.Match> matches(Shown shown) {
    return all(
        shown,
        "matches",
        """
        select p.person_a, p.person_b, p.found_at,
               array(select distinct s.stated_by from person_statement s where s.person_id in (p.person_a, p.person_b) order by 1) as agencies
        from possible_match p left join message m on m.id = p.message_id
        where p.state = 'open' %s p.found_at, p.person_a, p.person_b
        """
            .formatted(URGENT_FIRST),
        row ->
            new Overview.Match(
                id(row, "person_a"),
                id(row, "person_b"),
                List.of((String[]) row.getArray("agencies").getArray()),
                at(row, "found_at")));
  }

  // What a lane fails at is the first of its rows; the others wait behind that.
  private static final String FIRST_IN_LANE =
      "left join lateral (select ref from lane_row where lane = l.lane order by seq limit 1) first on true";

  private List<Overview.Undecided> undecided(Shown shown) {
    return all(
        shown,
        "undecided",
        """
        select m.id, m.sender_message_id, m.sender, m.urgent, m.decided_at is not null as again, l.due, %s,
               case when m.decided_at is null then m.accepted_at
                    else coalesce((select min(created_at) from lane_row where lane = l.lane and ref = m.id), now()) end as since,
               coalesce(m.undecided_code, case when first.ref = m.id then l.last_error end) as code,
               case when first.ref = m.id then l.failures else 0 end as tries
        from (%s) as open join message m using (id) left join lane l on l.lane = 'decide/' || m.case_id || case when m.urgent then '/urgent' else '' end
        %s
        %s since, m.id
        """
            .formatted(RISK, UNDECIDED, FIRST_IN_LANE, URGENT_FIRST),
        row ->
            new Overview.Undecided(
                id(row, "id"),
                row.getString(REFERENCE),
                row.getString("sender"),
                row.getBoolean("urgent"),
                row.getBoolean("again"),
                row.getString("risk"),
                maybe(row, "code"),
                row.getInt("tries"),
                at(row, "since"),
                maybeAt(row, "due")));
  }

  private List<Overview.UnderWay> underWay(Shown shown) {
    return all(
        shown,
        "underWay",
        """
        select d.id, d.message_id, m.sender_message_id, d.recipient_agency, d.recipient_function, d.state, d.tries,
               coalesce(d.last_error, case when first.ref = d.id then l.last_error end) as last_error, d.queued_at, d.deadline_at,
               d.decision_id, l.due, %s,
               array(select o.code from obligation o
                     where d.state = 'before_sending' and o.message_id = d.message_id and o.recipient_agency = d.recipient_agency
                       and o.recipient_function = d.recipient_function and %s order by o.code) as waits_for
        from delivery d join message m on m.id = d.message_id left join lane l on l.lane = d.lane
        %s
        where d.state in ('before_sending', 'queued', 'sending', 'failed', 'unknown') %s d.queued_at, d.id
        """
            .formatted(RISK, KeepsWaiting.CONDITION, FIRST_IN_LANE, URGENT_FIRST),
        row ->
            new Overview.UnderWay(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                recipient(row),
                row.getString("state"),
                row.getString("risk"),
                List.of((String[]) row.getArray("waits_for").getArray()),
                row.getInt("tries"),
                maybe(row, "last_error"),
                at(row, "queued_at"),
                maybeAt(row, "due"),
                at(row, "deadline_at"),
                id(row, "decision_id")));
  }

  private List<Overview.Owed> owed(Shown shown, Instant now) {
    return all(
        shown,
        "owed",
        """
        select o.id, o.message_id, m.sender_message_id, o.recipient_agency, o.recipient_function, o.code, o.owner,
               o.before_sending, o.opened_at, d.waits_until is not null and %s as keeps_waiting, coalesce(o.due_at, d.waits_until) as due_at,
               o.first_by, %s,
               (select h.id from held_part h
                where o.code = 'O19' and h.message_id = o.message_id and h.recipient_agency = o.recipient_agency
                  and h.recipient_function = o.recipient_function and h.rule = 'B.location' and h.state = 'waiting' limit 1) as place
        from obligation o join message m on m.id = o.message_id
        cross join lateral (
          select min(deadline_at) as waits_until from delivery d
          where o.before_sending and d.message_id = o.message_id and d.recipient_agency = o.recipient_agency
            and d.recipient_function = o.recipient_function and d.state = 'before_sending') as d
        where %s %s o.opened_at, o.id
        """
            .formatted(KeepsWaiting.CONDITION, RISK, OWED.replace("${now}", "?"), URGENT_FIRST),
        row ->
            new Overview.Owed(
                id(row, "id"),
                id(row, "message_id"),
                row.getString(REFERENCE),
                recipient(row),
                row.getString("code"),
                row.getString("owner"),
                row.getString("risk"),
                row.getBoolean("before_sending"),
                row.getBoolean("keeps_waiting"),
                at(row, "opened_at"),
                maybeAt(row, "due_at"),
                maybe(row, "first_by"),
                maybeId(row, "place")),
        now);
  }

  /** The code of an obligation that is open, and that somebody can say is done: the clock of what is held is none. */
  Optional<String> openObligation(UUID id) {
    return database
        .sql("select code from obligation where id = ? and state = 'open' and code not like 'H%'")
        .param(id)
        .query(String.class)
        .optional();
  }

  private List<Overview.RefusedInput> refusedInput(Shown shown, Instant now) {
    return all(
        shown,
        "refusedInput",
        "select agency, code, at from refused_input where at > ? order by at, id",
        row ->
            new Overview.RefusedInput(maybe(row, "agency"), row.getString("code"), at(row, "at")),
        now.minus(SHOWN_FOR));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> all(
      Shown shown, String list, String sql, Reading<T> reading, Instant... times) {
    RowMapper<T> mapper = (row, number) -> reading.of(row);
    JdbcClient.StatementSpec statement =
        database.sql(
            "%s limit %d offset %d".formatted(sql.strip(), shown.size(), shown.first(list) - 1));
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
