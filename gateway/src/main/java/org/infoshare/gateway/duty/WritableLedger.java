package org.infoshare.gateway.duty;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Whether the ledger can be reached and writes: one that only answers, since its disk is full or it
 * is a copy, takes no message.
 */
final class WritableLedger implements BooleanSupplier {

  private static final int SECONDS = 3;

  // What a heartbeat is writing at this moment need not be written here, too.
  private static final String WRITE =
      "update node set beat = beat where node in (select node from node limit 1 for update skip"
          + " locked)";

  private final DataSource source;

  WritableLedger(DataSource source) {
    this.source = source;
  }

  @Override
  public boolean getAsBoolean() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      statement.executeUpdate(WRITE);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
