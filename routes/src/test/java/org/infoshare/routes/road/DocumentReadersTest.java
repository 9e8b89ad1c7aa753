package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that keep their readers: endless ones, and ones that cannot be interrupted. */
@Timeout(30)
class DocumentReadersTest {

  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final DocumentReaders readers = new DocumentReaders();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(2);

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void a_document_that_does_not_end_is_left_to_a_person_and_holds_up_no_other() {
    for (int i = 0; i < 20; i++) {
      assertThat(readers.end(this::forever, SOON)).isFalse();
    }
    assertThat(readers.end(() -> "read", LONG)).isTrue();
    assertThat(readers.end(DocumentReadersTest::broken, LONG)).isFalse();
  }

  @Test
  void nor_does_one_that_cannot_be_interrupted() {
    for (int i = 0; i < 4; i++) {
      assertThat(readers.end(this::deaf, SOON)).isFalse();
      assertThat(readers.end(() -> "read", LONG)).isTrue();
    }
    assertThat(readers.lost()).isEqualTo(4);
  }

  @Test
  void the_time_in_which_others_are_read_is_not_counted() throws Exception {
    var first = elsewhere(this::deaf, Duration.ofMillis(500));
    var second = elsewhere(this::deaf, Duration.ofMillis(500));
    begun.await();
    assertThat(readers.end(() -> "read", Duration.ofMillis(250))).isTrue();
    assertThat(first.get()).isFalse();
    assertThat(second.get()).isFalse();
  }

  @Test
  void no_more_are_lost_than_the_machine_can_bear_and_reading_goes_on_when_one_ends_after_all() {
    while (readers.lost() < DocumentReaders.MOST_LOST) {
      assertThat(readers.end(this::deaf, SOON)).isFalse();
    }
    assertThat(readers.end(() -> "read", LONG)).isFalse();
    over.countDown();
    while (readers.lost() > 0) {
      Thread.onSpinWait();
    }
    assertThat(readers.end(() -> "read", LONG)).isTrue();
  }

  private FutureTask<Boolean> elsewhere(Callable<?> reading, Duration longest) {
    var task = new FutureTask<>(() -> readers.end(reading, longest));
    Thread.ofVirtual().start(task);
    return task;
  }

  private Object forever() throws InterruptedException {
    over.await();
    return "never";
  }

  private Object deaf() {
    begun.countDown();
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException unheard) {
        continue;
      }
    }
    return "late";
  }

  private static Object broken() {
    throw new StackOverflowError();
  }
}
