package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.infoshare.consent.PolicyYaml;

/** Agreements with invented agencies: what they may be, and two that change a week after the law does. */
final class SceneAgreements {

  static final List<String> AGENCIES =
      List.of("everybody", "nobody", "begins", "ended", "suspended", "narrow");

  /** The day on which the newest law comes into force. */
  static final String TURN =
      Tables.at("commencement").valueStream()
          .map(JsonNode::textValue)
          .max(Comparator.naturalOrder())
          .orElseThrow();

  private SceneAgreements() {}

  static Map<String, JsonNode> all() {
    LocalDate day = LocalDate.parse(TURN).plusWeeks(1);
    var all = new LinkedHashMap<String, JsonNode>();
    all.put("everybody", agreement("1990-01-01", "2090-12-31"));
    all.put("begins", agreement(day.toString(), "2090-12-31"));
    all.put("ended", agreement("1990-01-01", day.minusDays(1).toString()));
    all.put("suspended", agreement("1990-01-01", "2090-12-31").put("suspended", true));
    ObjectNode narrow = agreement("1990-01-01", "2090-12-31");
    narrow.putArray("purposes").add("EARLY_HELP");
    all.put("narrow", narrow);
    return all;
  }

  private static ObjectNode agreement(String from, String until) {
    ObjectNode agreement =
        (ObjectNode)
            PolicyYaml.read(
                "{name: Invented, reference: ISA-INVENTED, from: %s, until: %s}"
                    .formatted(from, until));
    Tables.names("functions").forEach(agreement.putArray("functions")::add);
    Tables.names("purposes").forEach(agreement.putArray("purposes")::add);
    return agreement;
  }
}
