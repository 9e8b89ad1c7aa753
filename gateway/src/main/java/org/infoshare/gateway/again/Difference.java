package org.infoshare.gateway.again;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infoshare.consent.Decision;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.Verdict;
import org.infoshare.consent.words.SegmentRef;

/** What one answer of the policy says otherwise than another: verdict by verdict, then the rest. */
final class Difference {

  private final Decision was;
  private final Decision is;

  Difference(Decision was, Decision is) {
    this.was = was;
    this.is = is;
  }

  /** Whether they agree in every point. */
  boolean none() {
    return was.equals(is);
  }

  /** One line for each segment, whether it differs or not. */
  List<String> verdicts() {
    var lines = new ArrayList<String>();
    new TreeMap<>(was.segments())
        .forEach((segment, verdict) -> lines.add(line(segment, verdict)));
    return lines;
  }

  /** One line for each point besides the verdicts in which they differ. */
  List<String> otherwise() {
    var lines = new ArrayList<String>();
    compare(lines, "outcome", was.outcome().word(), is.outcome().word());
    compare(lines, "rules", was.revisions().kernel(), is.revisions().kernel());
    compare(lines, "tables", was.revisions().tables(), is.revisions().tables());
    compare(lines, "valid until", was.validUntil(), is.validUntil());
    var before = new TreeSet<>(was.obligations().stream().map(Difference::owed).toList());
    var now = new TreeSet<>(is.obligations().stream().map(Difference::owed).toList());
    before.stream().filter(owed -> !now.contains(owed)).forEach(o -> lines.add("owed only then: " + o));
    now.stream().filter(owed -> !before.contains(owed)).forEach(o -> lines.add("owed only now: " + o));
    workedOut(lines, was.given(), is.given(), "");
    return lines;
  }

  private String line(SegmentRef segment, Verdict then) {
    Verdict now = is.segments().get(segment);
    String before = then.where().word() + " " + then.rule().value();
    if (then.equals(now)) {
      return segment.value() + ": same, " + before;
    }
    String again = now == null ? "not decided" : now.where().word() + " " + now.rule().value();
    return before.equals(again)
        ? segment.value() + ": DIFFERS in its lawful basis, " + before
        : segment.value() + ": DIFFERS, then " + before + ", now " + again;
  }

  private static void compare(List<String> lines, String what, Object then, Object now) {
    if (!then.equals(now)) {
      lines.add("%s: then %s, now %s".formatted(what, then, now));
    }
  }

  private static String owed(Obligation owed) {
    return "%s by %s, %s%s"
        .formatted(
            owed.code().word(),
            owed.owner().word(),
            owed.due().word(),
            owed.beforeSending() ? ", before sending" : "");
  }

  /** Attributes only: what derive worked out has no value of a message. */
  private static void workedOut(List<String> lines, JsonNode then, JsonNode now, String at) {
    if (then.equals(now)) {
      return;
    }
    if (!then.isContainerNode() || then.getNodeType() != now.getNodeType()) {
      lines.add("worked out%s: then %s, now %s".formatted(at, then, now));
      return;
    }
    if (then.isArray()) {
      if (then.size() != now.size()) {
        lines.add("worked out%s: then %s, now %s".formatted(at, then, now));
        return;
      }
      for (int i = 0; i < then.size(); i++) {
        workedOut(lines, then.get(i), now.get(i), at + "/" + i);
      }
      return;
    }
    var names = new TreeSet<String>();
    then.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> workedOut(lines, then.path(name), now.path(name), at + "/" + name));
  }
}
