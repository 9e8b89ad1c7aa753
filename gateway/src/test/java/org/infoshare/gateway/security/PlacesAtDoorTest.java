package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlacesAtDoorTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final ExecutorService senders = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  @AfterEach
  void endAll() {
    end.countDown();
    senders.shutdownNow();
  }

  @Test
  void at_first_no_more_messages_are_let_in_at_once_than_there_are_places_and_the_others_follow() {
    var door = door(LONG, 10);
    send(
        door,
        5,
        (request, response) -> {
          inside.incrementAndGet();
          await().until(() -> end.getCount() == 0);
        });
    await().untilAtomic(inside, is(2));
    await().during(Duration.ofMillis(200)).untilAtomic(inside, is(2));
    end.countDown();
    await().untilAtomic(answered, is(5));
  }

  @Test
  void soon_after_the_first_message_more_are_let_in_and_still_not_all() {
    send(
        door(Duration.ofMillis(50), 10),
        5,
        (request, response) -> {
          inside.incrementAndGet();
          await().until(() -> end.getCount() == 0);
        });
    await().untilAtomic(inside, is(4));
    await().during(Duration.ofMillis(200)).untilAtomic(inside, is(4));
    end.countDown();
    await().untilAtomic(answered, is(5));
  }

  @Test
  void when_many_wait_already_the_next_is_told_that_it_was_not_received() throws Exception {
    var door = door(LONG, 1);
    FilterChain behind =
        (request, response) -> {
          inside.incrementAndGet();
          await().until(() -> end.getCount() == 0);
        };
    send(door, 3, behind);
    await().untilAtomic(inside, is(2));
    await().until(() -> door.waiting() == 1);

    var response = new MockHttpServletResponse();
    door.doFilter(new MockHttpServletRequest("POST", "/agencies/cgl/answers"), response, behind);

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("60");
    assertThat(response.getContentAsString()).contains("NOT_RECEIVED", "01632 960123");
    end.countDown();
    await().untilAtomic(answered, is(3));
    assertThat(inside).hasValue(3);
  }

  @Test
  void a_message_that_ends_in_a_fault_leaves_its_place() {
    var door = door(LONG, 10);
    send(
        door,
        3,
        (request, response) -> {
          throw new IllegalStateException("a fault");
        });
    send(door, 2, (request, response) -> inside.incrementAndGet());
    await().untilAtomic(answered, is(2));
  }

  private static PlacesAtDoor door(Duration soon, int waiting) {
    return new PlacesAtDoor(2, soon, 4, waiting, OpenWhenReadyTest.refusals());
  }

  private void send(PlacesAtDoor door, int messages, FilterChain behind) {
    Callable<Integer> message =
        () -> {
          door.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), behind);
          return answered.incrementAndGet();
        };
    for (int i = 0; i < messages; i++) {
      senders.submit(message);
    }
  }
}
