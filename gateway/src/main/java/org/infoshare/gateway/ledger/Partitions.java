package org.infoshare.gateway.ledger;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a year's partitions before its first row, in a transaction of its own. */
final class Partitions {

  private final JdbcClient database;
  private final TransactionTemplate apart;
  private final Set<Integer> made = ConcurrentHashMap.newKeySet();

  Partitions(JdbcClient database, TransactionTemplate apart) {
    this.database = database;
    this.apart = apart;
  }

  void readyFor(int year) {
    if (!made.contains(year)) {
      Objects.requireNonNull(
          apart.execute(
              transaction ->
                  database
                      .sql("select make_partitions(?)")
                      .param(year)
                      .query((row, n) -> true)
                      .single()));
      made.add(year);
    }
  }
}
