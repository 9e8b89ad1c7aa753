package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyJson;
import org.infoshare.model.PersonId;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.RecipientDecision;

/**
 * All that a decision was made of and all that it said, as bytes that are encrypted before they are
 * kept.
 */
final class Snapshot {

  private static final JsonMapper MAPPER = PolicyJson.mapper();

  private Snapshot() {}

  /**
   * @param by the named person behind the message: for the record, no part of what was asked
   */
  static byte[] of(RecipientDecision decided, Practitioner by) {
    var tree = MAPPER.createObjectNode();
    tree.putObject("sent_by").put("name", by.name().value()).put("role", by.role());
    tree.set("request", MAPPER.valueToTree(decided.request()));
    tree.set("decision", MAPPER.valueToTree(decided.decision()));
    decided.barredPlaces().stream()
        .map(PersonId::value)
        .sorted()
        .forEach(tree.putArray("barred_places")::add);
    decided.hiddenFromSender().stream()
        .map(SegmentId::value)
        .sorted()
        .forEach(tree.putArray("hidden_from_sender")::add);
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RecipientDecision read(byte[] snapshot, String inputHash, Recipient recipient) {
    try {
      JsonNode tree = MAPPER.readTree(snapshot);
      return new RecipientDecision(
          recipient,
          MAPPER.treeToValue(tree.get("request"), DisclosureRequest.class),
          MAPPER.treeToValue(tree.get("decision"), Decision.class),
          inputHash,
          texts(tree.get("barred_places")).stream()
              .map(PersonId::new)
              .collect(Collectors.toUnmodifiableSet()),
          texts(tree.get("hidden_from_sender")).stream()
              .map(SegmentId::new)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new HashSet<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
