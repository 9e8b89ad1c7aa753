package org.infoshare.routes.road;

import java.time.Instant;
import org.infoshare.model.AgencyId;

/**
 * A document as it came in at a partner's door, and when.
 *
 * @param door which of the partner's doors, where it has several: the last part of the path; else empty
 */
public record Received(AgencyId from, String door, byte[] bytes, Instant at) {

  @Override
  public String toString() {
    return "Received[" + bytes.length + " bytes from " + from + "]";
  }
}
