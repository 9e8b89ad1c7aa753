package org.infoshare.routes.road;

import java.util.UUID;

/** One delivery: what goes of one message to one recipient. */
public record DeliveryKey(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
