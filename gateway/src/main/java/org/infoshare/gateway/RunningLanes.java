package org.infoshare.gateway;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.lanes.LaneEngine;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.LaneWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the lanes run from when routes and policy engine are up until before they go down. Routes
 * start after everything that starts by itself: a lane that ran before them would find no partner.
 */
@Component
final class RunningLanes implements SmartLifecycle {

  private final LaneEngine engine;
  private final Map<WorkKind, LaneWork> handlers;
  private volatile boolean running;

  RunningLanes(LaneEngine engine, List<LaneHandler> handlers) {
    this.engine = engine;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(LaneHandler::kind, LaneHandler::work));
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  @EventListener(ApplicationReadyEvent.class)
  public void start() {
    engine.start(handlers);
    running = true;
  }

  @Override
  public void stop() {
    engine.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** First to stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
