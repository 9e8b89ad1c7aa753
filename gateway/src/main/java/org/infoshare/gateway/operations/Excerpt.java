package org.infoshare.gateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.HarmlessWords;

/**
 * What a part is about, enough for a duty worker to recognise it beside the case file, without what
 * it says of people and places.
 */
record Excerpt(String text) {

  private static final int LENGTH = 240;
  private static final ObjectMapper JSON = new ObjectMapper();

  static Excerpt of(CaseMessage message, SegmentId id) {
    return message.segments().stream()
        .filter(segment -> segment.id().equals(id))
        .findFirst()
        .map(segment -> masked(said(message, id, segment.content())))
        .orElse(new Excerpt(""));
  }

  private static String said(CaseMessage message, SegmentId id, Content content) {
    if (content instanceof Content.Unclassified file) {
      return file.mediaType().startsWith("text/")
          ? new String(file.bytes(), StandardCharsets.UTF_8)
          : "a file, " + file.mediaType() + ", of " + file.bytes().length + " bytes";
    }
    try {
      JsonNode segments = JSON.readTree(CanonicalJson.write(message)).path("segments");
      List<String> said = new ArrayList<>();
      StreamSupport.stream(segments.spliterator(), false)
          .filter(segment -> segment.path("id").asText().equals(id.value()))
          .forEach(segment -> collect(segment.path("content"), said));
      return String.join("; ", said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Excerpt masked(String text) {
    String masked = HarmlessWords.only(text);
    return new Excerpt(masked.length() <= LENGTH ? masked : masked.substring(0, LENGTH) + "…");
  }

  private static void collect(JsonNode node, List<String> said) {
    if (node.isTextual() || node.isNumber()) {
      said.add(node.asText());
    } else {
      node.forEach(child -> collect(child, said));
    }
  }
}
