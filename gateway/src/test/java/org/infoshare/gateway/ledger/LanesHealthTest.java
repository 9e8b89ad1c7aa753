package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.infoshare.gateway.ledger.lanes.LaneEngine.SignsOfLife;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class LanesHealthTest {

  private static final Duration LEASE = Duration.ofSeconds(6);

  @Test
  void a_node_that_looks_for_lanes_and_beats_is_up() {
    assertThat(health(true, LEASE)).isEqualTo(Status.UP);
  }

  @Test
  void a_node_whose_last_beat_is_older_than_six_seconds_is_down() {
    assertThat(health(true, LEASE.plusMillis(1))).isEqualTo(Status.DOWN);
  }

  @Test
  void a_node_that_does_not_look_for_lanes_is_down() {
    assertThat(health(false, Duration.ZERO)).isEqualTo(Status.DOWN);
  }

  private static Status health(boolean picking, Duration sinceBeat) {
    return new LanesHealth(() -> new SignsOfLife(picking, sinceBeat)).health().getStatus();
  }
}
