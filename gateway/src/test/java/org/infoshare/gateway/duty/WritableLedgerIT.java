package org.infoshare.gateway.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.infoshare.gateway.ledger.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the watch over the ledger asks it. */
class WritableLedgerIT {

  @Test
  void a_ledger_that_writes_is_there_also_before_any_node_runs() {
    try (HikariDataSource source = TestDatabase.fresh()) {
      var ledger = new WritableLedger(source);
      assertThat(ledger.getAsBoolean()).isTrue();
      JdbcClient.create(source).sql("insert into node (node) values ('node-1')").update();
      assertThat(ledger.getAsBoolean()).isTrue();
    }
  }

  @Test
  void a_ledger_that_answers_but_writes_nothing_is_not_there() {
    try (HikariDataSource source = TestDatabase.fresh()) {
      JdbcClient database = JdbcClient.create(source);
      database.sql("insert into node (node) values ('node-1')").update();
      String name = database.sql("select current_database()").query(String.class).single();
      database.sql("alter database " + name + " set default_transaction_read_only = on").update();
      try (HikariDataSource since = TestDatabase.beside(source, 1)) {
        assertThat(new WritableLedger(since).getAsBoolean()).isFalse();
      }
    }
  }

  @Test
  void a_ledger_that_a_busy_heartbeat_holds_is_there() {
    try (HikariDataSource source = TestDatabase.fresh();
        HikariDataSource heartbeat = TestDatabase.beside(source, 1)) {
      JdbcClient.create(source).sql("insert into node (node) values ('node-1')").update();
      var transaction =
          new TransactionTemplate(
              new JdbcTransactionManager(heartbeat));
      transaction.executeWithoutResult(
          held -> {
            JdbcClient.create(heartbeat).sql("update node set beat = clock_timestamp()").update();
            assertThat(new WritableLedger(source).getAsBoolean()).isTrue();
          });
    }
  }
}
