package org.infoshare.routes.partner;

import org.infoshare.routes.road.Outcome;

/** The answer to a sender, in its protocol's form. */
public record Reply(int httpStatus, String mediaType, byte[] body) {

  /** What a refusal is in HTTP, for the protocols that answer by its status. */
  static int status(Outcome.Fault fault) {
    return switch (fault) {
      case SENDER -> 400;
      case CONFLICT -> 409;
      case NOT_FOUND -> 404;
      case GATEWAY -> 503;
    };
  }
}
