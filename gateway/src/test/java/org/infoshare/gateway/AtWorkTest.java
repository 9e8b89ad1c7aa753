package org.infoshare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Function;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.infoshare.routes.road.Backoff;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.Partner;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.ToSend;
import org.infoshare.routes.road.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AtWorkTest {

  private static final AgencyId CGL = new AgencyId("cgl");
  private static final ToSend TO_SEND =
      new ToSend(
          new MessageId("m1"), new Recipient(CGL, new Function("treatment")), "text/plain", new byte[0]);

  private final AtWork atWork = new AtWork(2);
  private final ExecutorService lanes = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @AfterEach
  void endAll() {
    end.countDown();
    lanes.shutdownNow();
  }

  @Test
  void no_more_lanes_work_at_once_than_there_are_places() {
    LaneWork work = atWork.of((ref, turn) -> workUntilTheEnd());
    run(work, "deliver/one", 5);
    await().untilAtomic(working, is(2));
    await().during(Duration.ofMillis(200)).untilAtomic(working, is(2));
    end.countDown();
    await().untilAtomic(done, is(5));
  }

  @Test
  void urgent_lanes_have_places_of_their_own() {
    LaneWork work = atWork.of((ref, turn) -> workUntilTheEnd());
    run(work, "deliver/one", 5);
    await().untilAtomic(working, is(2));
    run(work, "deliver/one/urgent", 5);
    await().untilAtomic(working, is(4));
  }

  @Test
  void a_lane_that_waits_for_its_partner_leaves_its_place_to_another() {
    var sending = new AtomicInteger();
    var slow =
        atWork.of(
            new SlowPartner(
                () -> {
                  sending.incrementAndGet();
                  hold(end);
                }));
    LaneWork work = atWork.of((ref, turn) -> slow.send(TO_SEND));
    run(work, "deliver/one", 5);
    await().untilAtomic(sending, is(5));
    end.countDown();
    await().untilAtomic(done, is(5));
    assertThat(working).hasValue(0);
  }

  @Test
  void what_a_partner_answered_is_recorded_though_every_place_is_taken() {
    var answer = new CountDownLatch(1);
    var sending = new AtomicInteger();
    var recorded = new AtomicInteger();
    var partner =
        atWork.of(
            new SlowPartner(
                () -> {
                  sending.incrementAndGet();
                  hold(answer);
                }));
    LaneWork sends =
        atWork.of(
            (ref, turn) -> {
              partner.send(TO_SEND);
              recorded.incrementAndGet();
            });
    run(sends, "deliver/one", 1);
    await().untilAtomic(sending, is(1));
    run(atWork.of((ref, turn) -> workUntilTheEnd()), "deliver/two", 5);
    await().untilAtomic(working, is(2));
    answer.countDown();
    await().untilAtomic(recorded, is(1));
    await().during(Duration.ofMillis(200)).untilAtomic(working, is(2));
  }

  private void run(LaneWork work, String lane, int times) {
    for (int i = 0; i < times; i++) {
      lanes.execute(
          () -> {
            work.run(UUID.randomUUID(), new Turn(lane, 1, 1, 0));
            done.incrementAndGet();
          });
    }
  }

  private void workUntilTheEnd() {
    working.incrementAndGet();
    hold(end);
    working.decrementAndGet();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record SlowPartner(Runnable sending) implements Partner {

    @Override
    public AgencyId id() {
      return CGL;
    }

    @Override
    public Set<Label> carries(CaseMessage message) {
      throw new IllegalStateException("not asked for");
    }

    @Override
    public Written write(CaseMessage message, Labels labels) {
      throw new IllegalStateException("not asked for");
    }

    @Override
    public SendOutcome send(ToSend toSend) {
      sending.run();
      return new SendOutcome.Delivered(false);
    }

    @Override
    public Backoff backoff() {
      return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
  }
}
