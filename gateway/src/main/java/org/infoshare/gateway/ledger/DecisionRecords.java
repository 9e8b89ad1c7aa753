package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.gateway.ledger.DecisionRow.PartDecided;
import org.infoshare.gateway.ledger.DecisionRow.ReleaseGiven;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.routes.road.RecipientDecision;

/** Makes the record of a decision, and reads back what a decision needs to be made again. */
final class DecisionRecords {

  private final GatewayKeys keys;
  private final String engineVersion;
  private final Explanations explanations;
  private final Areas areas;

  DecisionRecords(
      GatewayKeys keys, String engineVersion, Explanations explanations, Areas areas) {
    this.keys = keys;
    this.engineVersion = engineVersion;
    this.explanations = explanations;
    this.areas = areas;
  }

  /** Outside the transaction: it encrypts, and may make this year's key. */
  DecisionRow row(MessageText text, RecipientDecision decided) {
    DisclosureRequest request = decided.request();
    Decision decision = decided.decision();
    UUID id = UUID.randomUUID();
    String snapshotKey = GatewayKeys.snapshotName(RetentionClass.year(request.now()));
    return new DecisionRow(
        id,
        text.id(),
        text.retentionClass().word(),
        text.retentionYear(),
        request.sender().agency().value(),
        request.sender().function().value(),
        request.sender().role().value(),
        parts(text, decided),
        decision.outcome().word(),
        decided.recipient().agency().value(),
        decided.recipient().function().value(),
        request.recipient().kind().word(),
        request.recipient().verified(),
        request.recipient().links().map(DecisionRecords::json),
        request.message().purpose().word(),
        request.message().requestedUnder().map(under -> under.word()),
        request.decisionMaker().flatMap(maker -> maker.necessity()),
        request.decisionMaker().flatMap(maker -> maker.proportionality()),
        json(request.consents()),
        decision.given(),
        json(request.risk()),
        request.decisionMaker().map(maker -> maker.person().value()),
        request.decisionMaker().map(maker -> maker.role().value()),
        request.decisionMaker().map(maker -> maker.at()),
        request.setByPerson().stream().map(SetByPerson::word).sorted().toList(),
        request.releases().stream().map(DecisionRecords::given).toList(),
        request.informed().unsafe(),
        json(decision.obligations()),
        Optional.ofNullable(decision.given().get("agreement")).map(JsonNode::asText),
        request.phase().word(),
        request.now(),
        decision.validUntil(),
        decided.basisHash(),
        snapshotKey,
        keys.snapshot(snapshotKey).seal(Snapshot.of(decided, text.message().envelope().by()), Places.snapshot(id)),
        decision.revisions().kernel(),
        decision.revisions().tables(),
        engineVersion,
        decision.segments().values().stream()
            .map(verdict -> verdict.rule().value())
            .distinct()
            .sorted()
            .toList(),
        explanations.id(decided),
        areas.of(text.message().envelope()),
        text.retentionClass().until(text.retentionYear()));
  }

  /** The decision that a row keeps. */
  RecipientDecision read(
      UUID id, String snapshotKey, byte[] snapshot, String inputHash, RecipientRow recipient) {
    return Snapshot.read(
        keys.snapshot(snapshotKey).open(snapshot, Places.snapshot(id)),
        inputHash,
        recipient.recipient());
  }

  /**
   * What a person wrote when they ended something: it may name people, and belongs to the record.
   * Outside the transaction, as a decision's row.
   */
  SealedWords seal(String words, String place, Instant at) {
    String key = GatewayKeys.snapshotName(RetentionClass.year(at));
    return new SealedWords(key, keys.snapshot(key).seal(words.getBytes(StandardCharsets.UTF_8), place));
  }

  String open(SealedWords words, String place) {
    return new String(keys.snapshot(words.key()).open(words.text(), place), StandardCharsets.UTF_8);
  }

  private static List<PartDecided> parts(MessageText text, RecipientDecision decided) {
    Map<String, PartTold> told =
        text.parts().stream().collect(Collectors.toMap(PartTold::segment, Function.identity()));
    Map<String, DisclosureRequest.Segment> asked =
        decided.request().segments().stream()
            .collect(Collectors.toMap(segment -> segment.id().value(), Function.identity()));
    return decided.decision().segments().entrySet().stream()
        .map(
            entry -> {
              String segment = entry.getKey().value();
              var verdict = entry.getValue();
              DisclosureRequest.Segment attributes = asked.get(segment);
              Optional<PartTold> part = Optional.ofNullable(told.get(segment));
              return new PartDecided(
                  segment,
                  attributes.category().map(category -> category.word()).orElse("unclassified"),
                  attributes.about().value(),
                  attributes.standing().word(),
                  part.map(PartTold::asOf).map(LocalDate.class::cast),
                  part.map(PartTold::mac),
                  verdict.where().word(),
                  verdict.rule().value(),
                  verdict.basis().map(DecisionRecords::json),
                  decided.hiddenFromSender().stream()
                      .anyMatch(hidden -> hidden.value().equals(segment)));
            })
        .sorted((one, other) -> one.segment().compareTo(other.segment()))
        .toList();
  }

  private static ReleaseGiven given(DisclosureRequest.Release release) {
    return new ReleaseGiven(
        release.segment().value(),
        release.rule().value(),
        release.by().value(),
        release.second().map(second -> second.value()),
        release.role().value(),
        release.at());
  }

  private static JsonNode json(Object words) {
    return PolicyJson.mapper().valueToTree(words);
  }
}
