package org.infoshare.routes.partner;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglJson;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.mapping.cgl.CglReferralAnswer;
import org.infoshare.model.England;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.Received;

/**
 * An urgent answer of which some values have not the form that the contract asks for: read without them. What is missing,
 * unknown or too many is not read, nor is what an answer is known by.
 */
final class UrgentAnswer {

  /** Without its id nobody could say what became of it; without the others, of which family it is. */
  private static final Set<String> KNOWN_BY = Set.of("/id", "/inReplyTo", "/caseReference");


  private final Received received;
  private final ObjectNode answer;
  private final UnreadParts unread = new UnreadParts();
  private final List<JsonPointer> items = new ArrayList<>();

  private UrgentAnswer(Received received, ObjectNode answer) {
    this.received = received;
    this.answer = answer;
  }

  /** Empty if it is not urgent, or cannot be read in this way either. */
  static Optional<Incoming.Document<CglDocument>> read(JsonNode tree, List<JsonDocuments.Fault> faults, Received received) {
    if (!(tree instanceof ObjectNode answer) || !faults.stream().allMatch(UrgentAnswer::canBeLeftOut)) {
      return Optional.empty();
    }
    var reading = new UrgentAnswer(received, answer);
    reading.mend(faults);
    try {
      var read = CglJson.mapper().treeToValue(answer, CglReferralAnswer.class);
      return CglMapping.urgent(read)
          ? Optional.of(new Incoming.Document<>(read, reading.unread.segments(read.decidedOn())))
          : Optional.empty();
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }

  private static boolean canBeLeftOut(JsonDocuments.Fault fault) {
    return fault.ofValue() && !KNOWN_BY.contains(fault.at().toString()) && fault.at().getMatchingProperty() != null;
  }

  private void mend(List<JsonDocuments.Fault> faults) {
    List<JsonPointer> places = faults.stream().map(JsonDocuments.Fault::at).distinct().toList();
    // Refs first: all else is about somebody.
    places.stream().filter(UrgentAnswer::names).forEach(at -> set(at, UnreadParts.ref(answer.at(at).asText())));
    places.stream().filter(at -> !names(at)).forEach(this::mend);
    for (int i = 0; i < answer.path("attachments").size(); i++) {
      var item = JsonPointer.compile("/attachments/" + i);
      if (!isBase64(answer.at(item).path("content"))) {
        leaveOut(item);
      }
    }
    // From the last to the first, so that the places of the others stay.
    items.stream()
        .sorted((a, b) -> Integer.compare(b.last().getMatchingIndex(), a.last().getMatchingIndex()))
        .forEach(item -> ((ArrayNode) answer.at(item.head())).remove(item.last().getMatchingIndex()));
  }

  private static boolean names(JsonPointer at) {
    return switch (at.last().getMatchingProperty()) {
      case "about", "person", "client" -> true;
      default -> false;
    };
  }

  /** Doubt protects: what would keep back counts as said. */
  private void mend(JsonPointer at) {
    switch (at.last().getMatchingProperty()) {
      case "sentAt" -> replace(at, received.at().truncatedTo(ChronoUnit.SECONDS).toString());
      case "decidedOn" -> replace(at, England.day(Instant.parse(answer.path("sentAt").asText())).toString());
      case "mediaType" -> replace(at, UnreadParts.NO_MEDIA_TYPE);
      case "name" -> replace(at, UnreadParts.NO_NAME);
      case "practitioner" -> {
        note(at);
        answer.putObject("practitioner").put("name", UnreadParts.NO_NAME);
      }
      case "moreDetrimental", "objected", "namesPlace" -> {
        note(at);
        ((ObjectNode) answer.at(at.head())).put(at.last().getMatchingProperty(), true);
      }
      case "text", "content" -> leaveOut(at.head());
      case "on" -> {
        if (at.toString().equals("/jointVisit/on")) {
          leaveOut(at.head());
        } else {
          leaveOut(at);
        }
      }
      default -> leaveOut(at);
    }
  }

  private void replace(JsonPointer at, String instead) {
    note(at);
    set(at, instead);
  }

  private void set(JsonPointer at, String value) {
    ((ObjectNode) answer.at(at.head())).put(at.last().getMatchingProperty(), value);
  }

  private void leaveOut(JsonPointer at) {
    if (!items.contains(at) && !answer.at(at).isMissingNode()) {
      note(at);
      if (at.last().getMatchingIndex() >= 0 && answer.at(at.head()).isArray()) {
        items.add(at);
      } else {
        ((ObjectNode) answer.at(at.head())).remove(at.last().getMatchingProperty());
      }
    }
  }

  private void note(JsonPointer at) {
    JsonNode value = answer.at(at);
    unread.add(about(at), at.toString().substring(1), value.isTextual() ? value.asText() : value.toString());
  }

  /** Whom the part names, or that it stands in; else the client. */
  private PersonId about(JsonPointer at) {
    for (JsonPointer above = at; above != null && !above.matches(); above = above.head()) {
      JsonNode part = answer.at(above);
      String named = part.path("about").asText(part.path("person").asText());
      if (!named.isEmpty()) {
        return new PersonId(named);
      }
    }
    return new PersonId(answer.path("client").asText());
  }

  private static boolean isBase64(JsonNode content) {
    try {
      return content.isTextual() && content.binaryValue() != null;
    } catch (IOException other) {
      return false;
    }
  }
}
