package org.infoshare.routes.road;

import java.util.Optional;

/** Why a delivery does not go on by itself. It does not block its lane. */
public sealed interface Stop {

  /** Decided again, and nothing of it may go now. */
  record NothingMayGo(RecipientDecision again) implements Stop {}

  /** A control found something in it that a named person must look at first. */
  record Found(Finding finding, Optional<RecipientDecision> again) implements Stop {}

  /** Obligations that come before sending are not yet met. */
  record BeforeSending(Optional<RecipientDecision> again) implements Stop {}

  /** A fault of our own: alarmed, with ids only. */
  record Fault(String code) implements Stop {}
}
