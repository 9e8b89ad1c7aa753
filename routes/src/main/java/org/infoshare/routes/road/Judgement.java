package org.infoshare.routes.road;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.UndecidedAnswer;
import org.infoshare.consent.Verdict;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Category;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recipient;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * Asks the policy about a message, for each recipient, and makes sure that the answer is whole: one verdict for every segment
 * and recipient, and none besides. At intake and again at every delivery this is the only place that asks.
 */
public final class Judgement {

  private final PolicyDecisionPoint policy;
  private final DisclosureRequests requests;
  private final Clock clock;

  public Judgement(PolicyDecisionPoint policy, DisclosureRequests requests, Clock clock) {
    this.policy = policy;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * One decision for each recipient, in their order, from one question.
   *
   * @throws org.infoshare.consent.PolicyUnavailable if nobody can decide now: nothing may go
   */
  public List<RecipientDecision> decide(CaseMessage message, Knowledge knowledge, List<Recipient> recipients, Phase phase) {
    var questions = recipients.stream().map(recipient -> question(message, knowledge, recipient, phase)).toList();
    var asked = questions.stream().flatMap(question -> question.all().stream()).toList();
    Iterator<Decision> answers = asked.isEmpty() ? List.<Decision>of().iterator() : policy.decide(asked).iterator();
    return questions.stream().map(question -> question.answered(answers)).toList();
  }

  /** The gateway's own answer for each recipient while the policy cannot be asked: everything is held. Asks nobody. */
  public List<RecipientDecision> undecided(CaseMessage message, Knowledge knowledge, List<Recipient> recipients) {
    return recipients.stream()
        .map(recipient -> question(message, knowledge, recipient, Phase.INTAKE))
        .map(
            question ->
                new RecipientDecision(
                    question.recipient(),
                    question.main(),
                    UndecidedAnswer.to(question.main()),
                    question.hash(),
                    Set.of(),
                    Set.of()))
        .toList();
  }

  /** Whether a decision still holds: the same facts, the same revisions, and no clock has run out that it looked at. */
  public boolean stillHolds(RecipientDecision standing, CaseMessage message, Knowledge knowledge, String kernelRevision) {
    var revisions = standing.decision().revisions();
    return clock.instant().isBefore(standing.decision().validUntil())
        && revisions.tables().equals(knowledge.activeTables())
        && revisions.kernel().equals(kernelRevision)
        && question(message, knowledge, standing.recipient(), Phase.DELIVERY).hash().equals(standing.basisHash());
  }

  private Question question(CaseMessage message, Knowledge knowledge, Recipient recipient, Phase phase) {
    var now = clock.instant();
    var main = requests.of(message, knowledge, knowledge.family(), recipient, phase, now);
    Set<PersonId> coveredByMessage =
        message.segments().stream()
            .filter(segment -> segment.category() == Category.LOCATION)
            .map(Segment::about)
            .collect(Collectors.toSet());
    // A name says of nobody where they are: there is no place to ask about.
    List<PersonId> remembered =
        knowledge.protectedValues().stream()
            .filter(value -> value.kind() != ProtectedValue.Kind.NAME)
            .map(ProtectedValue::about)
            .filter(person -> !coveredByMessage.contains(person))
            .distinct()
            .sorted(Comparator.comparing(PersonId::value))
            .toList();
    var places = remembered.isEmpty() ? Optional.<DisclosureRequest>empty() : Optional.of(requests.places(main, remembered));
    var senderAlone =
        knowledge.family().equals(knowledge.senderView())
            ? Optional.<DisclosureRequest>empty()
            : Optional.of(requests.of(message, knowledge, knowledge.senderView(), recipient, phase, now));
    return new Question(message, recipient, main, places, senderAlone);
  }

  /**
   * What is asked for one recipient.
   *
   * @param places the whereabouts of persons of whom the case remembers some, and the message does not speak
   * @param senderAlone the same on what the sender alone stated: what it may be told of the reasons
   */
  private record Question(
      CaseMessage message,
      Recipient recipient,
      DisclosureRequest main,
      Optional<DisclosureRequest> places,
      Optional<DisclosureRequest> senderAlone) {

    List<DisclosureRequest> all() {
      var all = new ArrayList<DisclosureRequest>();
      all.add(main);
      places.ifPresent(all::add);
      senderAlone.ifPresent(all::add);
      return all;
    }

    String hash() {
      return all().stream().map(DisclosureRequest::hash).collect(Collectors.joining("."));
    }

    RecipientDecision answered(Iterator<Decision> answers) {
      Decision decision = whole(main, answers.next());
      var barred = new HashSet<PersonId>();
      message.segments().stream()
          .filter(segment -> segment.category() == Category.LOCATION && bars(decision.segments().get(ref(segment))))
          .forEach(segment -> barred.add(segment.about()));
      if (places.isPresent()) {
        Decision remembered = whole(places.get(), answers.next());
        places.get().segments().stream()
            .filter(place -> bars(remembered.segments().get(place.id())))
            .forEach(place -> barred.add(new PersonId(place.about().value())));
      }
      Set<SegmentId> hidden = senderAlone.isPresent() ? hidden(decision, answers.next()) : Set.of();
      var decided = new RecipientDecision(recipient, main, decision, hash(), Set.copyOf(barred), hidden);
      return hidden.isEmpty() ? decided : decided.hiding(emptied(decided));
    }

    /** Parts of which nothing is left without somebody who is kept back silently, for a reason that the sender may not know. */
    private Set<SegmentId> emptied(RecipientDecision decided) {
      Set<SegmentId> released = decided.released();
      var going = message.segments().stream().filter(segment -> released.contains(segment.id())).toList();
      var emptied = going.stream().map(Segment::id).collect(Collectors.toCollection(HashSet::new));
      Mentions.without(hiddenPersons(decided), going).forEach(left -> emptied.remove(left.id()));
      return emptied;
    }

    private Set<PersonId> hiddenPersons(RecipientDecision decided) {
      Set<PersonId> keptBack = decided.keptBackSilently(message);
      return message.segments().stream()
          .filter(segment -> decided.hiddenFromSender().contains(segment.id()) && keptBack.contains(segment.about()))
          .map(Segment::about)
          .collect(Collectors.toUnmodifiableSet());
    }

    private Set<SegmentId> hidden(Decision decision, Decision alone) {
      return message.segments().stream()
          .filter(
              segment -> {
                Verdict real = decision.segments().get(ref(segment));
                Verdict told = alone.segments().get(ref(segment));
                return real.where() != Where.GOES && !real.rule().equals(told.rule());
              })
          .map(Segment::id)
          .collect(Collectors.toUnmodifiableSet());
    }

    private static SegmentRef ref(Segment segment) {
      return new SegmentRef(segment.id().value());
    }

    private static boolean bars(Verdict verdict) {
      return verdict.rule().value().startsWith("B.");
    }

    private static Decision whole(DisclosureRequest asked, Decision answer) {
      Set<SegmentRef> segments =
          asked.segments().stream().map(DisclosureRequest.Segment::id).collect(Collectors.toSet());
      if (!answer.segments().keySet().equals(segments)) {
        throw new PolicyUnavailable("the policy's answer is not one verdict for every segment");
      }
      return answer;
    }
  }
}
