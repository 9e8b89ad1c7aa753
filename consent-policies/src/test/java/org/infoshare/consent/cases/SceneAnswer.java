package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the policy answered about a scene.
 *
 * @param told to each recipient that was asked about
 */
record SceneAnswer(Map<Integer, Told> told) {

  static SceneAnswer of(Scene scene, JsonNode answers) {
    var told = new TreeMap<Integer, Told>();
    for (int i = 0; i < scene.recipients().size(); i++) {
      told.put(scene.recipients().get(i), Told.of(scene, answers.get(i)));
    }
    return new SceneAnswer(told);
  }

  Collection<Told> each() {
    return told.values();
  }

  /** What goes, to each recipient. */
  Set<String> released() {
    var released = new TreeSet<String>();
    told.forEach(
        (recipient, one) ->
            one.parts()
                .forEach(
                    (part, verdict) -> {
                      if (verdict.goes()) {
                        released.add(recipient + " gets " + part);
                      }
                    }));
    return released;
  }

  String words() {
    return told.values().stream().map(Told::words).collect(Collectors.joining(" and "));
  }

  /**
   * For one recipient.
   *
   * @param parts what became of each
   * @param owed codes of what is owed
   */
  record Told(
      String outcome, Map<Integer, Verdict> parts, Set<String> owed, long validUntil, JsonNode given) {

    static Told of(Scene scene, JsonNode answer) {
      var about = new HashMap<String, JsonNode>();
      answer.at("/given/segments").forEach(one -> about.put(one.get("id").textValue(), one));
      var parts = new TreeMap<Integer, Verdict>();
      for (int part : scene.parts()) {
        String id = SceneRequest.segment(part);
        JsonNode verdict = answer.get("segments").get(id);
        parts.put(
            part,
            new Verdict(
                verdict.get("where").textValue(),
                verdict.get("rule").textValue(),
                verdict.get("basis"),
                about.get(id)));
      }
      var owed = new HashSet<String>();
      answer
          .get("obligations")
          .forEach(one -> owed.add(one.get("code").textValue() + " " + one.get("due").textValue()));
      return new Told(
          answer.get("outcome").textValue(),
          parts,
          owed,
          answer.get("valid_until").asLong(),
          answer.get("given"));
    }

    boolean owes(String code) {
      return owed.stream().anyMatch(one -> one.startsWith(code + " "));
    }

    boolean somethingGoes() {
      return parts.values().stream().anyMatch(Verdict::goes);
    }

    boolean sameAs(Told other) {
      return outcome.equals(other.outcome)
          && owed.equals(other.owed)
          && parts.entrySet().stream()
              .allMatch(one -> one.getValue().sameAs(other.parts.get(one.getKey())));
    }

    String words() {
      return parts.values().stream().map(Verdict::words).collect(Collectors.joining(", "))
          + " ("
          + outcome
          + ")";
    }
  }

  /**
   * About one part.
   *
   * @param found what derive found about it
   */
  record Verdict(String where, String rule, JsonNode basis, JsonNode found) {

    boolean goes() {
      return where.equals("goes");
    }

    boolean is(String attribute, String value) {
      return found.get(attribute).asText().equals(value);
    }

    boolean sameAs(Verdict other) {
      return where.equals(other.where) && rule.equals(other.rule) && basis.equals(other.basis);
    }

    String words() {
      return (where.equals("goes") ? "goes" : where.equals("held") ? "is held" : "stays out")
          + " by "
          + rule;
    }
  }
}
