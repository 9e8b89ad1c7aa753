package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.Basis;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Due;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.Revisions;
import org.infoshare.consent.UndecidedAnswer;
import org.infoshare.consent.Verdict;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.AgencyRef;
import org.infoshare.consent.words.FunctionName;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.Owner;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.RoleName;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.RecipientDecision;

/** What a policy might have answered about an invented message. */
final class Decisions {

  private final CaseMessage message;
  private final Recipient recipient;
  private final Instant now;
  private final Map<SegmentRef, Verdict> verdicts = new LinkedHashMap<>();
  private final List<Obligation> obligations = new ArrayList<>();
  private Set<SegmentId> hidden = Set.of();
  private String tables = "";
  private Outcome outcome = Outcome.PERMIT;
  private Phase phase = Phase.INTAKE;
  private String basis = "hash-1";

  Decisions(CaseMessage message, Recipient recipient, Instant now) {
    this.message = message;
    this.recipient = recipient;
    this.now = now;
    message
        .segments()
        .forEach(segment -> verdict(segment.id().value(), Where.GOES, "L:CA2004_16LA"));
  }

  private Decisions verdict(String segment, Where where, String rule) {
    Optional<Basis> basis =
        where == Where.GOES
            ? Optional.of(
                new Basis(
                    "6(1)(c)",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("statute")))
            : Optional.empty();
    verdicts.put(new SegmentRef(segment), new Verdict(where, new RuleName(rule), basis, false));
    return this;
  }

  Decisions goes(String segment, String rule) {
    return verdict(segment, Where.GOES, rule);
  }

  Decisions outcome(Outcome word) {
    outcome = word;
    return this;
  }

  Decisions held(String segment, String rule) {
    return verdict(segment, Where.HELD, rule);
  }

  Decisions out(String segment, String rule) {
    return verdict(segment, Where.OUT, rule);
  }

  Decisions owes(ObligationCode code, String due, boolean beforeSending) {
    obligations.add(new Obligation(code, Owner.SENDER, new Due(due), beforeSending, false, false));
    return this;
  }

  /** To be done again and again. */
  Decisions owesAgain(ObligationCode code, String every) {
    obligations.add(new Obligation(code, Owner.SENDER, new Due(every), false, false, true));
    return this;
  }

  Decisions hidden(String... segments) {
    hidden = Set.of(segments).stream().map(SegmentId::new).collect(Collectors.toSet());
    return this;
  }

  Decisions phase(Phase word) {
    phase = word;
    return this;
  }

  /** Hash of what was asked. */
  Decisions basis(String hash) {
    basis = hash;
    return this;
  }

  Decisions tables(String revision) {
    tables = revision;
    return this;
  }

  RecipientDecision made() {
    var decision =
        new Decision(
            outcome,
            verdicts,
            obligations,
            now.plus(Duration.ofDays(1)),
            JsonNodeFactory.instance.objectNode().put("agreement", "in_force"),
            new Revisions("kernel-1", tables));
    return new RecipientDecision(recipient, request(), decision, basis, Set.of(), hidden);
  }

  /** What the gateway itself answers while the policy cannot be asked. */
  RecipientDecision undecided() {
    return new RecipientDecision(
        recipient, request(), UndecidedAnswer.to(request()), "hash-1", Set.of(), Set.of());
  }

  private DisclosureRequest request() {
    List<DisclosureRequest.Segment> segments =
        message.segments().stream()
            .map(
                segment ->
                    new DisclosureRequest.Segment(
                        new SegmentRef(segment.id().value()),
                        Optional.of(
                            org.infoshare.consent.words.Category.valueOf(
                                segment.category().name())),
                        new PersonRef(segment.about().value()),
                        false,
                        org.infoshare.consent.words.Standing.FACT,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty()))
            .toList();
    return new DisclosureRequest(
        now,
        phase,
        new DisclosureRequest.Message(
            MessageKind.REFERRAL,
            org.infoshare.consent.words.Purpose.TREATMENT_REFERRAL,
            Optional.empty(),
            false,
            false),
        Optional.empty(),
        new DisclosureRequest.Sender(
            new AgencyRef(message.envelope().from().value()),
            AgencyKind.LA_CSC,
            new FunctionName("csc_social_work"),
            new RoleName("social_worker"),
            true,
            true,
            Optional.empty()),
        new DisclosureRequest.Recipient(
            new AgencyRef(recipient.agency().value()),
            AgencyKind.SUBSTANCE_SERVICE,
            new FunctionName(recipient.function().value()),
            true,
            true,
            Set.of(),
            Optional.of(List.of()),
            false),
        Set.of(),
        Map.of(),
        List.of(),
        List.of(),
        new DisclosureRequest.Risk(
            org.infoshare.consent.words.Rag.AMBER,
            message.envelope().risk().immediate(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            false,
            false),
        segments,
        List.of(),
        Set.of(),
        new DisclosureRequest.Informed(false));
  }
}
