package org.infoshare.gateway.ledger;

import java.util.function.Supplier;
import org.infoshare.gateway.ledger.lanes.LaneEngine.SignsOfLife;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Ready when this node looks for lanes and the other nodes know that it lives. */
final class LanesHealth extends AbstractHealthIndicator {

  private final Supplier<SignsOfLife> signs;

  LanesHealth(Supplier<SignsOfLife> signs) {
    this.signs = signs;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.status(signs.get().alive() ? Status.UP : Status.DOWN);
  }
}
