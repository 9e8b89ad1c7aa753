package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that a case may use under these tables: of rules, of bases and of bars. */
final class KnownNames {

  private static final String STATES =
      "refused|refused_competent|withdrawn|expired|scope_mismatch|not_asked|not_asked_unsafe"
          + "|coerced|no_authority|conflict";

  private final Set<String> bases = new TreeSet<>();
  private final Set<String> bars = new TreeSet<>();
  private final Pattern verdicts;

  KnownNames(Map<String, JsonNode> tables) {
    tables.get("bases").get("duty").forEach(basis -> bases.add(basis.textValue()));
    tables.get("bases").get("power").forEach(basis -> bases.add(basis.textValue()));
    tables.get("bars").get("bars").forEach(row -> bars.add(row.get("bar").textValue()));
    String law = "L:(?:" + String.join("|", bases) + ")";
    String consent = "C:(?:" + STATES + ")";
    String bar = "B\\.(?:" + String.join("|", bars) + ")";
    String goes = "(?:C1|T2|" + law + "|override:(?:T3|X1|X2|L5|S3)|X3|X5)";
    String held = "(?:U1|HR|N0|X3|X4|X5|L5|L9|S2|S3|S4|" + consent + ")";
    verdicts =
        Pattern.compile(
            "goes "
                + goes
                + "(?:\\+S4)?(?:\\+S2)?(?:\\+X4)?"
                + "|goes H:(?:"
                + held
                + "|B\\.location)(?:\\+S3)?(?:\\+S4)?(?:\\+S2)?"
                + "|held (?:ENG|R1|"
                + held
                + ")|out (?:N1|N2|Q1|T1|L0|S3|"
                + bar
                + "|"
                + consent
                + ")");
  }

  /** Where a part goes, then by which rule, such as {@code goes C1}. */
  void checkVerdicts(Collection<String> expected) {
    check(expected, this::answered, "no rule of the policy answers: ");
  }

  /** The rules that releases answer, wherever these leave a part. */
  void checkReleases(JsonNode releases) {
    check(
        texts(releases, "rule"),
        rule -> Stream.of("goes ", "out ", "held ").anyMatch(where -> answered(where + rule)),
        "a release is for no rule of the policy: ");
  }

  void checkBases(JsonNode given) {
    var stated = new ArrayList<String>();
    given.path("basis").forEach(basis -> stated.add(basis.textValue()));
    check(stated, bases::contains, "no basis of the tables: ");
  }

  void checkBars(JsonNode segments) {
    check(
        texts(segments, "bar"),
        bar -> bar.equals("none") || bars.contains(bar),
        "no bar of the tables: ");
  }

  private boolean answered(String verdict) {
    return verdicts.matcher(verdict).matches();
  }

  private static void check(Collection<String> names, Predicate<String> known, String fault) {
    List<String> unknown = names.stream().filter(known.negate()).toList();
    if (!unknown.isEmpty()) {
      throw new MalformedCase(fault + String.join(", ", unknown));
    }
  }

  private static List<String> texts(JsonNode items, String field) {
    var texts = new ArrayList<String>();
    for (JsonNode item : items) {
      if (item.has(field)) {
        texts.add(item.get(field).textValue());
      }
    }
    return texts;
  }
}
