package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.infoshare.consent.Explanation;
import org.infoshare.consent.Gone;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.RuleTexts;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.routes.road.RecipientDecision;

/** Explains decisions in the words of the revisions by which each was made. */
public final class Explanations {

  private final PolicyRevisions revisions;
  private final KeptRules kept;
  private final PolicyFiles delivered;
  private final Map<String, RuleTexts> texts = new ConcurrentHashMap<>();

  /**
   * @param delivered whose words are taken where a revision has none
   */
  Explanations(PolicyRevisions revisions, KeptRules kept, PolicyFiles delivered) {
    this.revisions = revisions;
    this.kept = kept;
    this.delivered = delivered;
  }

  /**
   * @param gone what has left by now of the parts that may go
   */
  public Explanation of(RecipientDecision decided, Map<SegmentRef, Gone> gone) {
    var by = decided.decision().revisions();
    return new Explanation(
        decided.request(),
        decided.decision(),
        texts.computeIfAbsent(by.kernel(), this::rules),
        table(by.tables()),
        gone);
  }

  /** Names the words in which a decision is explained to all its readers while nothing has left. */
  public String id(RecipientDecision decided) {
    return of(decided, Map.of()).id(othersFacts(decided));
  }

  /** What the sender is not told of. */
  public static Set<SegmentRef> othersFacts(RecipientDecision decided) {
    return decided.hiddenFromSender().stream()
        .map(segment -> new SegmentRef(segment.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private JsonNode table(String revision) {
    return Optional.of(revision)
        .flatMap(revisions::find)
        .map(found -> found.tables().path("texts"))
        .filter(table -> table.has("texts"))
        .orElseGet(() -> delivered.tables().get("texts"));
  }

  private RuleTexts rules(String kernel) {
    return RuleTexts.of(kept.find(kernel).orElseGet(delivered::rules));
  }
}
