package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infoshare.consent.Decision;
import org.infoshare.consent.words.ObligationCode;

/**
 * An answer in the form of the worked cases.
 *
 * @param verdicts by segment: where it goes and by which rule, such as {@code goes C1}
 * @param obligations their codes; the first one with its time, such as {@code O1(15m)}
 */
record Expected(String outcome, SortedMap<String, String> verdicts, SortedSet<String> obligations) {

  /** What the case file says. */
  static Expected written(JsonNode expect) {
    var verdicts = new TreeMap<String, String>();
    for (String where : List.of("goes", "out", "held")) {
      for (var verdict : expect.get(where).properties()) {
        String before =
            verdicts.put(verdict.getKey(), where + " " + verdict.getValue().textValue());
        if (before != null) {
          throw new MalformedCase(verdict.getKey() + " stands in two places of expect");
        }
      }
    }
    return new Expected(expect.get("outcome").textValue(), verdicts, texts(expect, "obligations"));
  }

  /** What the kernel alone answers. */
  static Expected ofKernel(JsonNode answer) {
    return new Expected(
        answer.get("outcome").textValue(), verdicts(answer), texts(answer, "obligations"));
  }

  /** What the whole policy answers. */
  static Expected ofWhole(JsonNode answer) {
    var owed = new TreeSet<String>();
    for (JsonNode obligation : answer.get("obligations")) {
      owed.add(code(obligation.get("code").textValue(), obligation.get("due").textValue()));
    }
    return new Expected(answer.get("outcome").textValue(), verdicts(answer), owed);
  }

  /** What a caller answers by itself. */
  static Expected of(Decision decision) {
    var verdicts = new TreeMap<String, String>();
    decision
        .segments()
        .forEach(
            (id, verdict) ->
                verdicts.put(id.value(), verdict.where().word() + " " + verdict.rule().value()));
    var owed = new TreeSet<String>();
    decision.obligations().forEach(o -> owed.add(code(o.code().word(), o.due().word())));
    return new Expected(decision.outcome().word(), verdicts, owed);
  }

  /** Where the two differ, a line each. */
  List<String> differences(Expected got) {
    var lines = new ArrayList<String>();
    if (!outcome.equals(got.outcome)) {
      lines.add(line("outcome", outcome, got.outcome));
    }
    var segments = new TreeSet<>(verdicts.keySet());
    segments.addAll(got.verdicts.keySet());
    for (String segment : segments) {
      String expected = verdicts.getOrDefault(segment, "nothing");
      String actual = got.verdicts.getOrDefault(segment, "nothing");
      if (!expected.equals(actual)) {
        lines.add(line(segment, expected, actual));
      }
    }
    obligations.stream()
        .filter(o -> !got.obligations.contains(o))
        .forEach(o -> lines.add(line(o, "owed", "not owed")));
    got.obligations.stream()
        .filter(o -> !obligations.contains(o))
        .forEach(o -> lines.add(line(o, "not owed", "owed")));
    return lines;
  }

  static String line(String what, Object expected, Object got) {
    return "%s: expected %s, got %s".formatted(what, expected, got);
  }

  private static String code(String code, String due) {
    return code.equals(ObligationCode.O1.word()) ? code + "(" + due + ")" : code;
  }

  private static SortedMap<String, String> verdicts(JsonNode answer) {
    var verdicts = new TreeMap<String, String>();
    ((ObjectNode) answer.get("segments"))
        .properties()
        .forEach(
            v ->
                verdicts.put(
                    v.getKey(),
                    v.getValue().get("where").textValue()
                        + " "
                        + v.getValue().get("rule").textValue()));
    return verdicts;
  }

  private static SortedSet<String> texts(JsonNode node, String list) {
    var texts = new TreeSet<String>();
    ((ArrayNode) node.get(list)).forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
