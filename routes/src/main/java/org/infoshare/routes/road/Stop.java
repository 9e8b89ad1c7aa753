package org.infoshare.routes.road;

import java.util.Optional;

/** Why a delivery does not go on by itself. It does not block its lane. */
public sealed interface Stop {

  /** Decided again, and nothing of it may go now. */
  record NothingMayGo(RecipientDecision again) implements Stop {}

  /**
   * The leak guard found a protected value, or something that it cannot read, in the finished bytes.
   *
   * @param where in the document, for example {@code /supportRequest/attachment[1]}; never the value
   */
  record GuardHit(String where, String kind, Optional<RecipientDecision> again) implements Stop {}

  /** Obligations that come before sending are not yet met. */
  record BeforeSending(Optional<RecipientDecision> again) implements Stop {}

  /** A fault of our own: alarmed, with ids only. */
  record Fault(String code) implements Stop {}
}
