package org.infoshare.gateway;

import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.LaneWork;

/**
 * What is done with one kind of row at the head of a lane. There is one bean of this type for each
 * kind.
 */
public record LaneHandler(WorkKind kind, LaneWork work) {}
