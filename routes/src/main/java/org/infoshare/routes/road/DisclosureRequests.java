package org.infoshare.routes.road;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.words.AccountRef;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.AgencyRef;
import org.infoshare.consent.words.AreaName;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.CourtOrder;
import org.infoshare.consent.words.FunctionName;
import org.infoshare.consent.words.HarmType;
import org.infoshare.consent.words.LegalRequest;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.Restriction;
import org.infoshare.consent.words.RoleName;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.consent.words.Standing;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.England;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Informing;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recipient;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;

/**
 * Puts a message, and what is known of its people, as the question that the policy reads: attributes only, never a name, an
 * address or a narrative.
 */
public final class DisclosureRequests {

  private static final Set<AgencyKind> SAFEGUARDING_PARTNERS =
      Set.of(AgencyKind.LA_CSC, AgencyKind.NHS, AgencyKind.POLICE);

  private final Agencies agencies;

  public DisclosureRequests(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * The whole question for one recipient.
   *
   * @param family whose statements count: everybody's, or the sender's alone
   */
  public DisclosureRequest of(
      CaseMessage message, Knowledge knowledge, Family family, Recipient recipient, Phase phase, Instant now) {
    var envelope = message.envelope();
    return new DisclosureRequest(
        now.truncatedTo(ChronoUnit.SECONDS),
        phase,
        new DisclosureRequest.Message(
            PolicyWords.in(MessageKind.values(), message.kind()),
            PolicyWords.in(Purpose.values(), envelope.purpose().word()),
            envelope.requestedUnder().filter(request -> mayAsk(recipient, request)).map(DisclosureRequests::request),
            false,
            family.informing().stream().anyMatch(Informing::objected)),
        decisionMaker(knowledge, recipient),
        sender(envelope),
        recipient(recipient, family),
        envelope.areas().stream().map(AreaName::new).collect(Collectors.toSet()),
        PolicyFamily.persons(family, knowledge, now),
        PolicyFamily.relations(family),
        PolicyFamily.consents(family),
        risk(envelope.risk(), knowledge.notUpheldFor(recipient)),
        message.segments().stream().map(DisclosureRequests::segment).toList(),
        releases(knowledge, recipient),
        circumstances(knowledge, recipient),
        new DisclosureRequest.Informed(
            family.informing().stream().anyMatch(one -> one.state() == Informing.State.UNSAFE)));
  }

  /** A request has the force of its enactment only from whom the enactment names: another's is a claim like any other. */
  private boolean mayAsk(Recipient recipient, org.infoshare.model.LegalRequest request) {
    return switch (request) {
      case S47 -> profile(recipient.agency()).kind() == AgencyKind.LA_CSC;
      case S16H -> SAFEGUARDING_PARTNERS.contains(profile(recipient.agency()).kind());
    };
  }

  private static LegalRequest request(org.infoshare.model.LegalRequest request) {
    return PolicyWords.in(LegalRequest.values(), request.word());
  }

  private static Optional<DisclosureRequest.DecisionMaker> decisionMaker(Knowledge knowledge, Recipient recipient) {
    return knowledge.namedDecisions().stream()
        .filter(decision -> decision.recipient().equals(recipient))
        .max(Comparator.comparing(NamedDecision::at))
        .map(
            decision ->
                new DisclosureRequest.DecisionMaker(
                    new AccountRef(decision.by()),
                    new RoleName(decision.role()),
                    decision.at().truncatedTo(ChronoUnit.SECONDS),
                    // Nobody was asked in so many words: a machine does not say it for them.
                    Optional.empty(),
                    Optional.empty()));
  }

  private static Set<SetByPerson> circumstances(Knowledge knowledge, Recipient recipient) {
    var circumstances = EnumSet.noneOf(SetByPerson.class);
    knowledge.setByPerson().forEach(word -> circumstances.add(PolicyWords.in(SetByPerson.values(), word)));
    if (!knowledge.notUpheldFor(recipient).isEmpty()) {
      circumstances.add(SetByPerson.OVERRIDE_NOT_UPHELD);
    } else if (knowledge.recalledFrom().contains(recipient)) {
      circumstances.add(SetByPerson.WITHDRAWN_AFTER_DELIVERY);
    }
    return circumstances;
  }

  /** The same question about the whereabouts of these persons only, whether or not the message speaks of them. */
  public DisclosureRequest places(DisclosureRequest whole, List<PersonId> persons) {
    var segments = persons.stream().map(DisclosureRequests::place).toList();
    return new DisclosureRequest(
        whole.now(), whole.phase(), whole.message(), whole.decisionMaker(), whole.sender(), whole.recipient(),
        whole.childAreas(), whole.persons(), whole.relations(), whole.consents(), whole.risk(), segments, List.of(),
        whole.setByPerson(), whole.informed());
  }

  private static DisclosureRequest.Segment place(PersonId person) {
    return new DisclosureRequest.Segment(
        new SegmentRef("place-" + person.value()), Optional.of(Category.LOCATION), new PersonRef(person.value()), true,
        Standing.FACT, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
  }

  private DisclosureRequest.Sender sender(Envelope envelope) {
    AgencyProfile profile = profile(envelope.from());
    return new DisclosureRequest.Sender(
        new AgencyRef(profile.id().value()),
        profile.kind(),
        new FunctionName(envelope.by().function().value()),
        new RoleName(envelope.by().role()),
        profile.under16La(),
        profile.publicAuthority(),
        Optional.of(profile.overrideState()));
  }

  private DisclosureRequest.Recipient recipient(Recipient recipient, Family family) {
    AgencyProfile profile = profile(recipient.agency());
    var links = PolicyLinks.known(family, recipient.agency());
    return new DisclosureRequest.Recipient(
        new AgencyRef(profile.id().value()),
        profile.kind(),
        new FunctionName(recipient.function().value()),
        profile.under16La(),
        profile.verified(),
        profile.areas().stream().map(AreaName::new).collect(Collectors.toSet()),
        links,
        links.isPresent() && PolicyLinks.moreUnknown(family, recipient.agency()));
  }

  private AgencyProfile profile(AgencyId agency) {
    return agencies.find(agency).orElseThrow(() -> new IllegalStateException("no profile of agency " + agency));
  }

  /** What was claimed, or, where a review did not uphold a claim of a high risk, no more than amber. */
  private static DisclosureRequest.Risk risk(Risk risk, List<NotUpheld> reviews) {
    boolean lowered = reviews.stream().anyMatch(NotUpheld::claim);
    Rag claimed = PolicyWords.in(Rag.values(), risk.rag().word());
    return new DisclosureRequest.Risk(
        lowered && claimed == Rag.RED ? Rag.AMBER : claimed,
        risk.immediate() && !lowered,
        PolicyFamily.refs(risk.to()),
        PolicyFamily.refs(risk.from()),
        risk.harms().stream().map(harm -> PolicyWords.in(HarmType.values(), harm)).collect(Collectors.toSet()),
        risk.assessedAt().map(PolicyWords::moment),
        risk.evidence(),
        risk.moreDetrimental());
  }

  private static DisclosureRequest.Segment segment(Segment segment) {
    var category = segment.category();
    var handling = segment.handling();
    return new DisclosureRequest.Segment(
        new SegmentRef(segment.id().value()),
        category == org.infoshare.model.Category.UNCLASSIFIED
            ? Optional.empty()
            : Optional.of(PolicyWords.in(Category.values(), category.word())),
        new PersonRef(segment.about().value()),
        handling.places(),
        PolicyWords.in(Standing.values(), segment.standing().word()),
        handling.labelledAs().map(standing -> PolicyWords.in(Standing.values(), standing.word())),
        Optional.of(PolicyWords.moment(England.midnight(segment.asOf()))),
        handling.restrictions().stream()
            .map(word -> PolicyWords.in(Restriction.values(), word))
            .collect(Collectors.toSet()),
        handling.order().map(word -> PolicyWords.in(CourtOrder.values(), word)));
  }

  private static List<DisclosureRequest.Release> releases(Knowledge knowledge, Recipient recipient) {
    var reviews = knowledge.notUpheldFor(recipient);
    return knowledge.releases().stream()
        .filter(release -> release.recipient().equals(recipient))
        .filter(release -> reviews.stream().noneMatch(review -> review.setsAside(release)))
        // What the leak guard stopped is no row of the policy: Deliver reads that release itself.
        .filter(release -> Control.of(release.rule()).isEmpty())
        .map(
            release ->
                new DisclosureRequest.Release(
                    new SegmentRef(release.segment().value()),
                    new RuleName(release.rule()),
                    new AccountRef(release.by()),
                    release.second().map(AccountRef::new),
                    new RoleName(release.role()),
                    release.reason(),
                    release.at().truncatedTo(ChronoUnit.SECONDS),
                    release.toFunction().map(function -> new FunctionName(function.value()))))
        .toList();
  }
}
