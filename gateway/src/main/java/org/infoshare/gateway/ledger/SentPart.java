package org.infoshare.gateway.ledger;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one delivery may have brought to its recipient: the parts in the bytes of every attempt that
 * did not surely fail, but those that were recalled since. What its recipient has answered has
 * arrived, whatever its system said of each attempt.
 */
record SentPart(UUID delivery, Recipient recipient, Set<String> segments) {

  private static final String PERHAPS = "coalesce(a.outcome, 'unknown') in ('unknown', 'delivered', 'duplicate')";

  /** No attempt on the delivery {@code d} is known that may have brought anything. */
  private static final String NONE =
      "not exists (select 1 from attempt a where a.delivery_id = d.id and " + PERHAPS + ")";

  /** The parts that may have come with the delivery {@code d}. */
  static final String BROUGHT =
      "array(select distinct part from attempt a cross join unnest(a.carried) as part where a.delivery_id = d.id and ("
          + PERHAPS
          + " or d.answered_at is not null and "
          + NONE
          + "))";

  private static final String LOOK =
      """
      select d.id, d.recipient_agency, d.recipient_function,
      """
          + BROUGHT
          + """
              as carried,
             array(select part from delivery r cross join unnest(r.segments) as part
                   where r.message_id = d.message_id and r.recalls = d.id) as recalled
      from delivery d where d.message_id = ? and d.recalls is null and d.tries > 0
      """;

  static List<SentPart> of(JdbcClient database, UUID message) {
    return database
        .sql(LOOK)
        .param(message)
        .query(
            (row, n) -> {
              Set<String> segments = texts(row.getArray("carried"));
              segments.removeAll(texts(row.getArray("recalled")));
              return new SentPart(
                  row.getObject("id", UUID.class),
                  new RecipientRow(
                          row.getString("recipient_agency"), row.getString("recipient_function"))
                      .recipient(),
                  segments);
            })
        .list();
  }

  /**
   * Whether an attempt on this delivery may have arrived by what was said of each: if not, an answer
   * to it is the first word that one has.
   */
  static boolean mayHaveArrived(JdbcClient database, UUID delivery) {
    return database
        .sql("select not " + NONE + " from delivery d where d.id = ?")
        .param(delivery)
        .query(Boolean.class)
        .single();
  }

  /** No attempt of the message ends before the caller's transaction has. */
  static void hold(JdbcClient database, UUID message) {
    database
        .sql("select id from delivery where message_id = ? and recalls is null order by id for share")
        .param(message)
        .query(UUID.class)
        .list();
  }

  private static Set<String> texts(Array array) throws SQLException {
    return new TreeSet<>(Arrays.asList((String[]) array.getArray()));
  }
}
