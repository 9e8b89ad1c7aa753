package org.infoshare.gateway.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.infoshare.routes.road.LedgerUnavailable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one step of the road in one transaction. Two steps that meet on the same rows are run again;
 * a database that cannot be reached, or cannot write, is {@link LedgerUnavailable}.
 */
final class Transactions {

  private static final int TRIES = 5;

  private final TransactionTemplate template;

  Transactions(TransactionTemplate template) {
    this.template = template;
  }

  /**
   * @return what {@code step} returns, which is never null
   */
  <T> T run(Supplier<T> step) {
    return again(() -> template.execute(status -> step.get()));
  }

  void run(Runnable step) {
    run(
        () -> {
          step.run();
          return true;
        });
  }

  /** What is empty is rolled back. */
  <T> Optional<T> runIfPresent(Supplier<Optional<T>> step) {
    return again(
        () ->
            template.execute(
                status -> {
                  Optional<T> result = step.get();
                  if (result.isEmpty()) {
                    status.setRollbackOnly();
                  }
                  return result;
                }));
  }

  /** Without a transaction: reads, each statement for itself. */
  <T> T reaching(Supplier<T> reads) {
    return again(reads);
  }

  void reaching(Runnable step) {
    reaching(
        () -> {
          step.run();
          return true;
        });
  }

  private static <T> T again(Supplier<T> step) {
    for (int tries = 1; ; tries++) {
      try {
        return step.get();
      } catch (ConcurrencyFailureException met) {
        if (tries == TRIES) {
          throw met;
        }
      } catch (DataAccessException | TransactionException failed) {
        throw unavailable(failed) ? new LedgerUnavailable(failed) : failed;
      }
    }
  }

  /**
   * Whether the database is gone, going, full or out of connections, rather than at odds with what
   * it was asked.
   */
  private static boolean unavailable(RuntimeException failed) {
    if (failed instanceof TransactionException) {
      return true;
    }
    if (!(NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause)) {
      return failed instanceof DataAccessResourceFailureException;
    }
    String state = cause.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58")
        || state.equals("25006");
  }
}
