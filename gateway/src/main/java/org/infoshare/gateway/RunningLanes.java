package org.infoshare.gateway;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.lanes.LaneEngine;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.LaneWork;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the lanes run from when routes and policy engine are up until before they go down. */
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

  /** Last to start, first to stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
