package org.infoshare.gateway.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One folder of {@code reprimands}: what the Information Commissioner reprimanded a body for, what
 * would be the same here, and which control answers it; with the journey that it stops and the
 * harmless twin of that. The form of the files is in the README there.
 */
record Reprimand(Path folder, JsonNode told) {

  /** All there are, by name. */
  static List<Reprimand> all() throws IOException, URISyntaxException {
    return Journey.folders("/reprimands", "reprimand.yaml").stream()
        .map(folder -> new Reprimand(folder, Journey.yaml(folder.resolve("reprimand.yaml"))))
        .toList();
  }

  String name() {
    return folder.getFileName().toString().replace("/", "");
  }

  Journey stopped() {
    return Journey.of(folder.resolve("stopped"));
  }

  Journey twin() {
    return Journey.of(folder.resolve("twin"));
  }

  /** What must not leave, in any form. */
  List<String> withheld() {
    return told.get("withheld").valueStream().map(JsonNode::asText).toList();
  }

  /** The agency that must not learn it; empty: none may. */
  Optional<String> from() {
    return Optional.ofNullable(told.get("from")).map(JsonNode::asText);
  }

  /** The rule under which {@link #part()} waits for a person. */
  String control() {
    return told.get("control").asText();
  }

  /** Empty where nothing waits, since each recipient gets a document of its own. */
  Optional<String> part() {
    return Optional.ofNullable(told.get("part")).map(JsonNode::asText);
  }
}
