package org.infoshare.routes.road;

import java.util.function.Supplier;
import org.slf4j.MDC;

/** What stands on every log line of a piece of work: the ledger's id of the message, and nothing that anybody sent. */
final class LogContext {

  private static final String MESSAGE = "message";

  private LogContext() {}

  /** Does work on a message; every line that this thread logs meanwhile is of that message. */
  static <T> T of(MessageKey message, Supplier<T> work) {
    MDC.put(MESSAGE, message.toString());
    try {
      return work.get();
    } finally {
      MDC.remove(MESSAGE);
    }
  }
}
