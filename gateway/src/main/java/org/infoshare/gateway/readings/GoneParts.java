package org.infoshare.gateway.readings;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.infoshare.consent.Gone;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a message has left for a recipient by now, as the attempts to send it tell, and its answer, which proves that one arrived. */
@Component
class GoneParts {

  private static final String CARRIED =
      """
      select part, bool_or(a.outcome in ('delivered', 'duplicate') or d.answered_at is not null and d.tries = 1) as went,
             bool_or(coalesce(a.outcome, 'unknown') = 'unknown' or d.answered_at is not null) as perhaps
      from delivery d join attempt a on a.delivery_id = d.id cross join unnest(a.carried) as part
      where d.message_id = ? and d.recipient_agency = ? and d.recipient_function = ? and d.recalls is null
      group by part
      """;

  private final JdbcClient database;

  GoneParts(JdbcClient database) {
    this.database = database;
  }

  /** Of any part that is not named nothing has left. */
  Map<SegmentRef, Gone> of(UUID message, Recipient recipient) {
    var gone = new HashMap<SegmentRef, Gone>();
    database
        .sql(CARRIED)
        .params(message, recipient.agency().value(), recipient.function().value())
        .query(
            row -> {
              gone.put(
                  new SegmentRef(row.getString("part")),
                  row.getBoolean("went")
                      ? Gone.WENT
                      : row.getBoolean("perhaps") ? Gone.PERHAPS : Gone.NOT_YET);
            });
    return gone;
  }
}
