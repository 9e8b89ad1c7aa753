package org.infoshare.gateway.readings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.consent.Due;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.gateway.operations.Times;
import org.infoshare.gateway.policy.RuleWords;
import org.infoshare.gateway.readings.Readings.Explained;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Function;
import org.infoshare.model.Recipient;
import org.infoshare.routes.road.MessageState;
import org.infoshare.routes.road.MessageState.PartState;
import org.infoshare.routes.road.MessageState.RecipientState;
import org.infoshare.routes.road.MessageState.State;
import org.infoshare.routes.road.StatusInWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A message's status in words, for its sender: what went, what did not and why, and what is still to
 * do by when. It says no more than the status does: a part that the status does not show is not
 * spoken of.
 */
@Component
public final class SenderReadings implements StatusInWords {

  private static final Logger log = LoggerFactory.getLogger(SenderReadings.class);

  private static final String NEWEST =
      """
      select distinct on (d.recipient_agency, d.recipient_function) d.id, d.recipient_agency, d.recipient_function
      from message m join decision d
        on d.message_id = m.id and d.retention_class = m.retention_class and d.retention_year = m.retention_year
      where m.sender = ? and m.sender_message_id = ? and not ('ENG' = any (d.rules))
      order by d.recipient_agency, d.recipient_function, d.recorded_at desc
      """;

  private static final String OWED =
      """
      select o.recipient_agency, o.recipient_function, o.code, o.due_at, o.due_word, o.before_sending
      from message m join obligation o on o.message_id = m.id
      where m.sender = ? and m.sender_message_id = ? and o.state = 'open' and not o.silent and o.owner like 'sender%'
      order by o.due_at nulls first, o.code
      """;

  /** How the status names a part that went and may not stay there. */
  private static final String RECALLED = "recalled";

  private static final String UNDECIDED =
      "Not decided yet: nobody could so far. It is kept and tried again by itself; nothing of it has"
          + " gone. If somebody is at risk now, ring the recipient.";

  private final JdbcClient database;
  private final Readings readings;
  private final RuleWords words;
  private final Times times = new Times();

  SenderReadings(JdbcClient database, Readings readings, RuleWords words) {
    this.database = database;
    this.readings = readings;
    this.words = words;
  }

  private record Owed(
      Recipient recipient, String code, Optional<Instant> due, String word, boolean beforeSending) {}

  /**
   * For each recipient about whom something was decided, or nobody could; without one whose record cannot be read,
   * which a log line tells the operators.
   */
  @Override
  public Map<Recipient, List<String>> of(AgencyId sender, MessageState state) {
    var decisions = new HashMap<Recipient, UUID>();
    database
        .sql(NEWEST)
        .params(sender.value(), state.id().value())
        .query(
            row -> {
              decisions.put(
                  recipient(row.getString(2), row.getString(3)), row.getObject(1, UUID.class));
            });
    List<Owed> owed = owed(sender, state);
    var lines = new HashMap<Recipient, List<String>>();
    for (RecipientState recipient : state.recipients()) {
      Optional.ofNullable(decisions.get(recipient.recipient()))
          .flatMap(this::explained)
          .map(explained -> lines(explained, recipient, owed))
          .or(() -> undecided(recipient))
          .ifPresent(told -> lines.put(recipient.recipient(), told));
    }
    return lines;
  }

  private static Optional<List<String>> undecided(RecipientState state) {
    return state.steps().getLast().state() == State.WAITING && state.parts().isEmpty()
        ? Optional.of(List.of(UNDECIDED))
        : Optional.empty();
  }

  private List<Owed> owed(AgencyId sender, MessageState state) {
    return database
        .sql(OWED)
        .params(sender.value(), state.id().value())
        .query(
            (row, n) ->
                new Owed(
                    recipient(row.getString(1), row.getString(2)),
                    row.getString(3),
                    Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                    row.getString(5),
                    row.getBoolean(6)))
        .list();
  }

  private Optional<Explained> explained(UUID decision) {
    try {
      return readings.explained(decision);
    } catch (UnreadableKey e) {
      log.warn("the record of decision {} cannot be read", decision);
      return Optional.empty();
    }
  }

  private List<String> lines(Explained explained, RecipientState state, List<Owed> owed) {
    var lines = new ArrayList<String>();
    state.parts().forEach(part -> lines.add(line(explained, part)));
    owed.stream()
        .filter(one -> one.recipient().equals(state.recipient()))
        .forEach(one -> lines.add(toDo(explained, one)));
    return lines;
  }

  /** What the policy decided, or what became of it since by a person or a control. */
  private String line(Explained explained, PartState part) {
    if (part.rule().equals(RECALLED)) {
      return explained.explanation().category(part.category().word()) + ": went, and is recalled.";
    }
    return explained
        .explanation()
        .forSender(new SegmentRef(part.segment().value()), part.where(), part.rule())
        .orElseGet(
            () ->
                "%s: %s. %s."
                    .formatted(
                        explained.explanation().category(part.category().word()),
                        part.where().equals("held") ? "waits for a person" : "did not go",
                        words.of(part.rule())));
  }

  private String toDo(Explained explained, Owed owed) {
    String by =
        owed.beforeSending()
            ? "before anything is sent"
            : owed.due()
                .map(due -> "by " + times.of(due))
                .orElseGet(() -> new Due(owed.word()).inWords());
    return "To do, %s: %s."
        .formatted(by, explained.explanation().owed(owed.code()).orElse(owed.code()));
  }

  private static Recipient recipient(String agency, String function) {
    return new Recipient(new AgencyId(agency), new Function(function));
  }
}
