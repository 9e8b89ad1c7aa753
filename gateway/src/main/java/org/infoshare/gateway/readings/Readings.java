package org.infoshare.gateway.readings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Explanation;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.infoshare.gateway.ledger.Explanations;
import org.infoshare.gateway.ledger.KeptDecision;
import org.infoshare.gateway.readings.DecisionReadings.ForPerson;
import org.infoshare.gateway.readings.DecisionReadings.Words;
import org.springframework.stereotype.Component;

/** The readings of recorded decisions, in the words of the revisions by which each was made. */
@Component
public final class Readings {

  private final DecisionArchive archive;
  private final GoneParts gone;
  private final Explanations explanations;

  Readings(DecisionArchive archive, GoneParts gone, Explanations explanations) {
    this.archive = archive;
    this.gone = gone;
    this.explanations = explanations;
  }

  /**
   * @throws org.infoshare.gateway.ledger.keys.UnreadableKey if somebody changed the record
   */
  public Optional<DecisionReadings> of(UUID decision) {
    return archive.find(decision).map(this::readings);
  }

  /** One decision, and what explains it. */
  record Explained(KeptDecision kept, Explanation explanation) {

    Set<SegmentRef> othersFacts() {
      return Explanations.othersFacts(kept.decided());
    }
  }

  Optional<Explained> explained(UUID decision) {
    return archive.find(decision).map(this::explained);
  }

  private Explained explained(KeptDecision kept) {
    return new Explained(
        kept,
        explanations.of(kept.decided(), gone.of(kept.message(), kept.decided().recipient())));
  }

  private DecisionReadings readings(KeptDecision kept) {
    Explained explained = explained(kept);
    Explanation explanation = explained.explanation();
    DisclosureRequest request = kept.decided().request();
    return new DecisionReadings(
        kept.id(),
        kept.reference(),
        kept.sender(),
        request.recipient().agency() + "/" + request.recipient().function(),
        kept.team(),
        kept.teamUnknown(),
        request.phase().word(),
        kept.changed(),
        request.now(),
        kept.decided().decision().outcome().word(),
        kept.explanation()
            .map(id -> id.equals(explanations.id(kept.decided())) ? Words.THE_SAME : Words.OTHERS)
            .orElse(Words.NOT_KEPT),
        explanation.forSender(explained.othersFacts()),
        explanation.forLead(),
        explanation.persons().stream().map(person -> forPerson(explained, person)).toList(),
        kept.contradictions());
  }

  private static ForPerson forPerson(Explained explained, PersonRef person) {
    List<String> lines = explained.explanation().forPerson(person, explained.othersFacts());
    String part = explained.kept().decided().request().persons().get(person).type().word();
    return new ForPerson(person.value(), part, lines);
  }
}
