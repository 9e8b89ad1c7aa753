package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What the kernel answered about a message with one segment. */
record KernelAnswer(String outcome, boolean goes, String rule, Set<String> owed) {

  static KernelAnswer of(JsonNode answer) {
    JsonNode verdict = answer.at("/segments/s");
    var owed = new HashSet<String>();
    answer.get("obligations").forEach(code -> owed.add(code.textValue()));
    return new KernelAnswer(
        answer.get("outcome").textValue(),
        verdict.get("where").textValue().equals("goes"),
        verdict.get("rule").textValue(),
        owed);
  }

  boolean owes(String code) {
    return owed.contains(code);
  }

  String words() {
    return "%s by %s (%s)".formatted(goes ? "goes" : "does not go", rule, outcome);
  }
}
