package org.infoshare.consent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.Owner;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;

/**
 * The caller's own answer when the policy cannot be asked (rule ENG): nothing goes, everything
 * waits for a person, and a claimed immediate risk counts as one and reaches the duty team by a
 * second channel. It is no decision of the policy, holds for no time at all and names no revision.
 */
public final class UndecidedAnswer {

  private static final Verdict HELD =
      new Verdict(Where.HELD, new RuleName("ENG"), Optional.empty(), false);

  /** As the first tables have it: the tables themselves cannot be asked now. */
  private static final Duration STALE_AFTER = Duration.ofDays(28);

  private static final Revisions NONE = new Revisions("none", "none");

  private UndecidedAnswer() {}

  public static Decision to(DisclosureRequest request) {
    return new Decision(
        Outcome.HOLD,
        request.segments().stream()
            .map(DisclosureRequest.Segment::id)
            .collect(Collectors.toMap((SegmentRef id) -> id, id -> HELD)),
        obligations(request),
        request.now(),
        JsonNodeFactory.instance.objectNode(),
        NONE);
  }

  private static List<Obligation> obligations(DisclosureRequest request) {
    DisclosureRequest.Risk risk = request.risk();
    var owed = new ArrayList<Obligation>();
    if (request.informed().unsafe()) {
      owed.add(new Obligation(ObligationCode.O4, Owner.SENDER, new Due("14d"), false, false, true));
    }
    if (request.sender().overrideState().filter(s -> s != OverrideState.NORMAL).isPresent()) {
      owed.add(owes(ObligationCode.O22, Owner.GATEWAY, "7d"));
    }
    if (risk.immediate()) {
      owed.add(owes(ObligationCode.O1, Owner.RECIPIENT_DUTY_TEAM, "15m"));
      owed.add(owes(ObligationCode.O14, Owner.SENDER, "at_once"));
      owed.add(owes(ObligationCode.H15M, Owner.DUTY_TEAM, "15m"));
      owed.add(owes(ObligationCode.O21, Owner.GATEWAY, "60s"));
      return owed;
    }
    if (risk.rag() == Rag.RED) {
      owed.add(
          fresh(request)
              ? owes(ObligationCode.O1, Owner.RECIPIENT_DUTY_TEAM, "4h")
              : owes(ObligationCode.O27, Owner.SENDER, "1h"));
    }
    owed.add(
        switch (risk.rag()) {
          case RED, UNKNOWN -> owes(ObligationCode.H1H, Owner.DUTY_TEAM, "1h");
          case AMBER -> owes(ObligationCode.H1D, Owner.DUTY_TEAM, "1wd");
          case GREEN -> owes(ObligationCode.H5D, Owner.IG, "5wd");
        });
    return owed;
  }

  private static boolean fresh(DisclosureRequest request) {
    return request
        .risk()
        .assessedAt()
        .filter(at -> !at.isAfter(request.now()) && !at.isBefore(request.now().minus(STALE_AFTER)))
        .isPresent();
  }

  private static Obligation owes(ObligationCode code, Owner owner, String due) {
    return new Obligation(code, owner, new Due(due), false, false, false);
  }
}
