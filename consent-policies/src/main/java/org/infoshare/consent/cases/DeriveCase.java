package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One request, what the kernel is given from it, and the answer. */
record DeriveCase(String id, JsonNode written) implements WorkedCase {

  @Override
  public List<String> run(AskedPolicy policy) {
    JsonNode expect = written.get("expect");
    Expected expected = Expected.written(expect.get("answer"));
    var input = new CaseInput((ObjectNode) written.get("input"));
    policy.names().checkVerdicts(expected.verdicts().values());
    policy.names().checkBases(expect.get("given"));
    policy.names().checkBars(expect.get("segments"));
    policy.names().checkReleases(input.request().path("releases"));
    JsonNode answer = policy.whole(input);
    JsonNode given = answer.get("given");
    var differences = new ArrayList<String>();
    differences.addAll(facts(Defaults.given(expect.get("given")), given));
    differences.addAll(segments(expect.get("segments"), given.get("segments")));
    differences.addAll(expected.differences(Expected.ofWhole(answer)));
    return differences;
  }

  private static List<String> facts(ObjectNode expected, JsonNode got) {
    if (!ratingUsed(got)) {
      expected.remove("rag");
    }
    ObjectNode told = got.deepCopy();
    if (told.get("agreement").textValue().equals("none")
        && !expected.get("agreement").textValue().equals("none")) {
      // Where there is no agreement there is none that could have lapsed: the case is silent about
      // it.
      told.put("agreement", "active");
    }
    return differing("", expected, told);
  }

  private static boolean ratingUsed(JsonNode given) {
    String risk = given.get("risk").textValue();
    return risk.equals("immediate_unsupported")
        || risk.equals("immediate") && given.get("sender_on_watch").booleanValue();
  }

  /** Of a segment that is not listed nothing differs from what holds where a case is silent. */
  private static List<String> segments(JsonNode expected, JsonNode got) {
    var differences = new ArrayList<String>();
    var left = new TreeSet<String>();
    expected.fieldNames().forEachRemaining(left::add);
    for (JsonNode segment : got) {
      String id = segment.get("id").textValue();
      left.remove(id);
      JsonNode stated = expected.has(id) ? expected.get(id) : JsonNodeFactory.instance.objectNode();
      differences.addAll(differing(id + " ", Defaults.segment(stated), segment));
    }
    left.forEach(id -> differences.add(Expected.line(id, "a segment", "nothing")));
    return differences;
  }

  private static List<String> differing(String prefix, ObjectNode expected, JsonNode got) {
    return expected.properties().stream()
        .filter(fact -> !same(fact, got.get(fact.getKey())))
        .map(f -> Expected.line(prefix + f.getKey(), f.getValue(), got.get(f.getKey())))
        .toList();
  }

  private static boolean same(Map.Entry<String, JsonNode> fact, JsonNode got) {
    if (fact.getKey().equals("circumstances")) {
      return sorted(fact.getValue()).equals(sorted(got));
    }
    return fact.getValue().equals(got);
  }

  private static TreeSet<String> sorted(JsonNode texts) {
    var sorted = new TreeSet<String>();
    texts.forEach(text -> sorted.add(text.textValue()));
    return sorted;
  }
}
