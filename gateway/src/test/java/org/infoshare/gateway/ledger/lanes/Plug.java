package org.infoshare.gateway.ledger.lanes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node's way to the database, that a test pulls: the node is paused, or dead, as far as anybody
 * else can see.
 */
final class Plug extends DelegatingDataSource {

  private static final CountDownLatch IN = new CountDownLatch(0);

  private final AtomicReference<CountDownLatch> waiting = new AtomicReference<>(IN);
  private final AtomicBoolean broken = new AtomicBoolean();

  Plug(DataSource source) {
    super(source);
  }

  /** From now on whoever wants a connection waits. */
  void pull() {
    waiting.set(new CountDownLatch(1));
  }

  void putBack() {
    waiting.getAndSet(IN).countDown();
  }

  /** From now on whoever wants a connection meets an error that nobody expects. */
  void breakIt() {
    broken.set(true);
  }

  void mend() {
    broken.set(false);
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      waiting.get().await();
    } catch (InterruptedException e) {
      throw new SQLException("interrupted while unplugged", "08006", e);
    }
    if (broken.get()) {
      throw new InternalError("invented");
    }
    return super.getConnection();
  }
}
