package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be told with a message at immediate risk and its recipient's form has no place for: it
 * goes at once, and a person of the duty team tells the recipient the rest. The message's escalation
 * is open again until one answers.
 */
final class SecondChannel {

  // Once for each delivery: what was told need not be told again because it is tried again.
  private static final String TELL =
      """
      with told as (
        insert into attention (kind, code, message_id, delivery_id, opened_at)
        select 'tell_recipient', :owed, d.message_id, d.id, :at from delivery d
        where d.id = :delivery and not exists (select 1 from attention where kind = 'tell_recipient' and delivery_id = :delivery)
        returning message_id),
      open as (update escalation e set state = 'open' from told where e.message_id = told.message_id and e.conflict_id is null returning e.id)
      insert into page (id, escalation_id, number, queued_at)
      select :page, open.id, (select coalesce(max(number), 0) + 1 from page where escalation_id = open.id), :at from open
      returning escalation_id, number
      """;

  private final JdbcClient database;
  private final LaneQueue lanes;

  SecondChannel(JdbcClient database, LaneQueue lanes) {
    this.database = database;
    this.lanes = lanes;
  }

  /** The codes as a person's list shows them, for example {@code O10+O24}. */
  static String words(Collection<ObligationCode> owed) {
    return owed.stream().map(ObligationCode::word).sorted().collect(Collectors.joining("+"));
  }

  private record Queued(UUID escalation, int number) {}

  /** In the transaction that opens the attempt: whoever gets the message is told the rest. */
  void tell(UUID delivery, Collection<ObligationCode> owed, Instant at) {
    UUID page = UUID.randomUUID();
    Optional<Queued> queued =
        database
            .sql(TELL)
            .param("owed", words(owed))
            .param("delivery", delivery)
            .param("page", page)
            .param("at", Sql.at(at))
            .query((row, n) -> new Queued(row.getObject(1, UUID.class), row.getInt(2)))
            .optional();
    queued.ifPresent(
        next ->
            lanes.add(
                Lanes.page(next.escalation(), next.number()), WorkKind.PAGE, page, Priority.PAGE));
  }
}
