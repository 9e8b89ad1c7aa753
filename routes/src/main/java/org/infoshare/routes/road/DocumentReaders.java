package org.infoshare.routes.road;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who reads documents, a few at a time, each within a time that begins when its reading begins. A reader that cannot be
 * interrupted is left behind and another takes its place, up to as many as the machine can bear: beyond that no document is
 * read, and each goes to a person, until one of those ends after all.
 */
final class DocumentReaders {

  static final int MOST_LOST = 16;

  private static final Logger LOG = LoggerFactory.getLogger(DocumentReaders.class);
  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Set<Thread> lost = ConcurrentHashMap.newKeySet();

  /** Whether it ends well and in time; what is encrypted, broken or endless does not. */
  boolean end(Callable<?> reading, Duration longest) {
    try {
      places.acquire();
      try {
        return lost() < MOST_LOST ? read(new FutureTask<>(reading), longest) : refused();
      } finally {
        places.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean read(FutureTask<?> task, Duration longest) throws InterruptedException {
    Thread reader = Thread.ofPlatform().daemon().name("reads-a-document").start(task);
    try {
      task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException encryptedOrBroken) {
      return false;
    } catch (TimeoutException endless) {
      leave(reader);
      return false;
    } catch (InterruptedException stopping) {
      leave(reader);
      throw stopping;
    }
  }

  private void leave(Thread reader) {
    lost.add(reader);
    reader.interrupt();
    LOG.error("DOCUMENT_READER_LOST: {} are at documents that do not end, of {} at most", lost(), MOST_LOST);
  }

  private static boolean refused() {
    LOG.error("NO_DOCUMENT_IS_READ: {} readers are at documents that do not end", MOST_LOST);
    return false;
  }

  /** How many are at documents that should have ended long ago. */
  int lost() {
    lost.removeIf(reader -> !reader.isAlive());
    return lost.size();
  }
}
