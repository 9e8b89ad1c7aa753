package org.infoshare.gateway.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.infoshare.gateway.readings.DecisionReadings;
import org.infoshare.gateway.readings.Readings;
import org.infoshare.gateway.readings.SenderReadings;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.routes.road.LeakGuard;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.ProtectedValue;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.Undecided;

/**
 * All readings of all decisions of the ledger, searched as the leak guard searches for everything
 * that the case protects and for every free text of the message, released or not.
 */
final class WrittenReadings {

  /**
   * The readings of one decision.
   *
   * @param values what must not stand in them
   */
  record Written(UUID decision, List<String> lines, List<ProtectedValue> values) {

    boolean leaks() {
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return new LeakGuard().find("text/plain", text, values).isPresent();
    }

    Written with(String line) {
      var more = new ArrayList<>(lines);
      more.add(line);
      return new Written(decision, more, values);
    }
  }

  private final Stage stage;

  WrittenReadings(Stage stage) {
    this.stage = stage;
  }

  List<Written> all() {
    return stage
        .database()
        .sql("select id, message_id from decision order by made_at")
        .query((row, n) -> written(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  private Written written(UUID decision, UUID message) {
    Undecided told = stage.gateway().part(Ledger.class).undecided(new MessageKey(message));
    var values = new ArrayList<>(told.knowledge().protectedValues());
    values.addAll(freeTexts(told.message()));
    return new Written(decision, lines(decision, told.message()), values);
  }

  private List<String> lines(UUID decision, CaseMessage message) {
    DecisionReadings readings = stage.gateway().part(Readings.class).of(decision).orElseThrow();
    var lines = new ArrayList<>(readings.forSender());
    lines.addAll(readings.forLead());
    readings.forPersons().forEach(person -> lines.addAll(person.lines()));
    var sender = message.envelope().from();
    var state =
        stage.gateway().part(Ledger.class).state(sender, message.envelope().id()).orElseThrow();
    stage.gateway().part(SenderReadings.class).of(sender, state).values().forEach(lines::addAll);
    return lines;
  }

  /** Whatever somebody wrote in words of their own. */
  private static List<ProtectedValue> freeTexts(CaseMessage message) {
    var found = new ArrayList<ProtectedValue>();
    message
        .segments()
        .forEach(segment -> collect(tree(CanonicalJson.segment(segment)), segment.about(), found));
    return found;
  }

  private static void collect(JsonNode node, PersonId about, List<ProtectedValue> found) {
    node.forEach(child -> collect(child, about, found));
    if (node.isTextual() && node.asText().strip().contains(" ")) {
      found.add(new ProtectedValue(about, Kind.PLACE, new Personal(node.asText())));
    }
  }

  private static JsonNode tree(byte[] json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
