package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.infoshare.gateway.ledger.Conflict.In;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * Where two messages differ, by the names that the canonical form has for what they say: a field
 * that comes into the form later is compared, too.
 */
final class Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Its own parts are named, not it; the parts are compared one by one. */
  private static final Set<String> TAKEN_APART = Set.of("envelope", "family", "segments");

  /** The id is that of both; when it was sent an honest retry may change. */
  private static final Set<String> NOT_COMPARED = Set.of("id", "sent_at");

  private Comparison() {}

  static Conflict.Compared of(CaseMessage first, CaseMessage second) {
    var fields = new ArrayList<String>();
    JsonNode one = tree(first);
    JsonNode other = tree(second);
    differing(one, other, fields::add);
    differing(one.path("envelope"), other.path("envelope"), fields::add);
    differing(
        one.path("envelope").path("family"), other.path("envelope").path("family"), fields::add);
    Map<SegmentId, Segment> ofFirst = byId(first);
    Map<SegmentId, Segment> ofSecond = byId(second);
    var parts = new ArrayList<Conflict.Part>();
    ofFirst.forEach(
        (id, segment) -> {
          if (!ofSecond.containsKey(id)) {
            parts.add(part(segment, In.FIRST));
          } else if (!segment.equals(ofSecond.get(id))) {
            parts.add(part(ofSecond.get(id), In.BOTH));
          }
        });
    ofSecond.forEach(
        (id, segment) -> {
          if (!ofFirst.containsKey(id)) {
            parts.add(part(segment, In.SECOND));
          }
        });
    long alike =
        ofFirst.entrySet().stream()
            .filter(entry -> entry.getValue().equals(ofSecond.get(entry.getKey())))
            .count();
    return new Conflict.Compared(List.copyOf(fields), List.copyOf(parts), (int) alike);
  }

  private static Conflict.Part part(Segment segment, In in) {
    return new Conflict.Part(segment.id().value(), segment.category().word(), in);
  }

  private static Map<SegmentId, Segment> byId(CaseMessage message) {
    var byId = new LinkedHashMap<SegmentId, Segment>();
    message.segments().forEach(segment -> byId.put(segment.id(), segment));
    return byId;
  }

  private static void differing(JsonNode one, JsonNode other, Consumer<String> name) {
    var names = new LinkedHashSet<String>();
    Stream.of(one, other).forEach(tree -> tree.fieldNames().forEachRemaining(names::add));
    names.stream()
        .filter(field -> !TAKEN_APART.contains(field) && !NOT_COMPARED.contains(field))
        .filter(field -> !one.path(field).equals(other.path(field)))
        .forEach(name);
  }

  private static JsonNode tree(CaseMessage message) {
    try {
      return JSON.readTree(CanonicalJson.write(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
