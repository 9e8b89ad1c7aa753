package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.RecipientDecision;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What nobody could decide so far, for the operators and its sender; and what the gateway itself
 * answers while the policy cannot be asked (rule ENG): recorded once for a message, held from every
 * recipient, owed, and ended by the first decision.
 */
final class HeldUndecided {

  private static final String RECORD =
      Deciding.ANSWERS
          + """

          insert into evidence (retention_class, retention_year, at, what, message_id, decision_id, agency, code)
          select :class, :year, :at, 'held undecided', :message, id, recipient_agency, 'ENG' from decided
          """;

  // What the decision owes, too, has been owed since then; its hold clocks are its own.
  private static final String END =
      """
      with ended as (
        update held_part set state = 'gone', settled_at = :at where message_id = :message and rule = 'ENG' and state = 'waiting'
        returning decision_id)
      update obligation o set state = 'void', met_at = :at
      where o.message_id = :message and o.state = 'open' and o.decision_id in (select decision_id from ended)
        and (o.code like 'H%' or not exists (
          select 1 from jsonb_to_recordset(cast(:owed as jsonb)) as t (recipient_agency text, recipient_function text, code text)
          where t.recipient_agency = o.recipient_agency and t.recipient_function = o.recipient_function and t.code = o.code))
      """;

  private final JdbcClient database;
  private final MessageTexts texts;
  private final DecisionRecords records;
  private final DutyTold dutyTold;
  private final WorkingDays days;
  private final InstantSource clock;

  HeldUndecided(LedgerParts parts) {
    this.database = parts.database();
    this.texts = parts.texts();
    this.records = parts.records();
    this.dutyTold = new DutyTold(parts.database());
    this.days = parts.days();
    this.clock = parts.clock();
  }

  /** What there is to record; nothing if it stands there already, or somebody has decided. */
  List<Made> prepare(MessageKey key, List<RecipientDecision> answers) {
    if (answers.isEmpty() || isAnswered(key)) {
      return List.of();
    }
    MessageText text = texts.of(key.value());
    return answers.stream()
        .map(answer -> Made.of(answer, records.row(text, answer), days))
        .toList();
  }

  private boolean isAnswered(MessageKey key) {
    return database
        .sql(
            "select decided_at is not null or exists (select 1 from held_part where message_id ="
                + " m.id and rule = 'ENG') from message m where id = ?")
        .param(key.value())
        .query(Boolean.class)
        .single();
  }

  /** In the caller's transaction, whose turn keeps everybody else from deciding the message. */
  void record(MessageKey key, List<Made> answers, String code) {
    Instant at = clock.instant();
    database
        .sql(
            "update message set undecided_code = ?, undecided_at = coalesce(undecided_at, ?) where"
                + " id = ? and decided_at is null")
        .params(code, Sql.at(at), key.value())
        .update();
    if (!answers.isEmpty()) {
      hold(texts.of(key.value()), answers, at);
    }
  }

  private void hold(MessageText text, List<Made> answers, Instant at) {
    var decisions = DecisionRow.Written.of(answers.stream().map(Made::row).toList());
    database
        .sql(RECORD)
        .param("message", text.id())
        .param("class", text.retentionClass().word())
        .param("year", text.retentionYear())
        .param("at", Sql.at(at))
        .param("decisions", decisions.decisions())
        .param("snapshots", decisions.snapshots())
        .param("obligations", owed(answers))
        .param(
            "held",
            Rows.of(answers.stream().flatMap(made -> made.newlyHeld(List.of()).stream()).toList()))
        .update();
    dutyTold.settle(text.id(), at);
  }

  /** Somebody decides after all: before what that holds and owes is written. */
  void end(UUID message, List<Made> decided, Instant at) {
    database
        .sql(END)
        .param("message", message)
        .param("owed", owed(decided))
        .param("at", Sql.at(at))
        .update();
  }

  private static String owed(List<Made> made) {
    return Rows.of(made.stream().map(Made::obligations).flatMap(List::stream).toList());
  }
}
