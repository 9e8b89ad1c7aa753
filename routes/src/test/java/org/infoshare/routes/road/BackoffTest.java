package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

  @Test
  void each_wait_is_twice_the_one_before_up_to_the_cap() {
    assertThat(IntStream.range(0, 6).mapToObj(tries -> BACKOFF.after(tries, longest())))
        .containsExactlyElementsOf(seconds(1, 2, 4, 8, 10, 10));
  }

  @Test
  void the_shortest_wait_is_half_of_the_longest() {
    assertThat(IntStream.range(0, 6).mapToObj(tries -> BACKOFF.after(tries, shortest())).map(Duration::toMillis))
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
  }

  @Test
  void lanes_that_failed_in_one_moment_do_not_come_back_in_one_moment() {
    var random = new Random(1);
    List<Duration> waits = IntStream.range(0, 1_000).mapToObj(lane -> BACKOFF.after(2, random)).toList();

    assertThat(waits).allMatch(wait -> wait.toMillis() >= 2_000 && wait.toMillis() <= 4_000);
    assertThat(waits).anyMatch(wait -> wait.toMillis() < 2_200).anyMatch(wait -> wait.toMillis() > 3_800);
    assertThat(waits.stream().distinct()).hasSizeGreaterThan(500);
  }

  @Test
  void what_was_tried_for_weeks_still_waits_no_longer_than_the_cap() {
    assertThat(BACKOFF.after(Integer.MAX_VALUE, longest())).isEqualTo(BACKOFF.cap());
  }

  private static RandomGenerator longest() {
    return drawing(bound -> bound - 1);
  }

  private static RandomGenerator shortest() {
    return drawing(bound -> 0);
  }

  private interface Draw {
    long below(long bound);
  }

  private static RandomGenerator drawing(Draw draw) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("without a bound");
      }

      @Override
      public long nextLong(long bound) {
        return draw.below(bound);
      }
    };
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
