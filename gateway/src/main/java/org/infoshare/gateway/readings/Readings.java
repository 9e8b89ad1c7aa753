package org.infoshare.gateway.readings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Explanation;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.RuleTexts;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.infoshare.gateway.ledger.KeptDecision;
import org.infoshare.gateway.readings.DecisionReadings.ForPerson;
import org.springframework.stereotype.Component;

/** The readings of recorded decisions, in the words of the revisions by which each was made. */
@Component
public final class Readings {

  private final DecisionArchive archive;
  private final GoneParts gone;
  private final PolicyFiles delivered;
  private final Map<String, RuleTexts> texts = new ConcurrentHashMap<>();

  Readings(DecisionArchive archive, GoneParts gone, PolicyFiles delivered) {
    this.archive = archive;
    this.gone = gone;
    this.delivered = delivered;
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
      return kept.decided().hiddenFromSender().stream()
          .map(segment -> new SegmentRef(segment.value()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  Optional<Explained> explained(UUID decision) {
    return archive.find(decision).map(this::explained);
  }

  private Explained explained(KeptDecision kept) {
    var explanation =
        new Explanation(
            kept.decided().request(),
            kept.decided().decision(),
            texts.computeIfAbsent(kept.kernelRevision(), this::textsOf),
            archive
                .tables(kept.tablesRevision())
                .map(revision -> revision.tables().path("texts"))
                .orElseGet(() -> delivered.tables().get("texts")),
            gone.of(kept.message(), kept.decided().recipient()));
    return new Explained(kept, explanation);
  }

  private RuleTexts textsOf(String kernel) {
    return RuleTexts.of(archive.rules(kernel).orElseGet(delivered::rules));
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
        request.phase().word(),
        request.now(),
        kept.decided().decision().outcome().word(),
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
