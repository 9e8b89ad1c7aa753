package org.infoshare.routes.road;

import java.util.UUID;

/** One attempt to send a delivery. */
public record AttemptKey(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
