package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of rules that can be answered under these tables: where it goes, then by which rule.
 */
final class RuleNames {

  private static final String STATES =
      "refused|refused_competent|withdrawn|expired|scope_mismatch|not_asked|not_asked_unsafe"
          + "|coerced|no_authority|conflict";

  private final Pattern known;

  RuleNames(Map<String, JsonNode> tables) {
    var bases = new ArrayList<String>();
    tables.get("bases").get("duty").forEach(basis -> bases.add(basis.textValue()));
    tables.get("bases").get("power").forEach(basis -> bases.add(basis.textValue()));
    var bars = new ArrayList<String>();
    tables.get("bars").get("bars").forEach(row -> bars.add(row.get("bar").textValue()));
    String law = "L:(?:" + String.join("|", bases) + ")";
    String consent = "C:(?:" + STATES + ")";
    String bar = "B\\.(?:" + String.join("|", bars) + ")";
    String goes = "(?:C1|T2|" + law + "|override:(?:T3|X1|X2|L5|S3)|X3|X5)";
    String held = "(?:U1|HR|N0|X3|X4|X5|L5|L9|S2|S3|S4|" + consent + ")";
    known =
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

  void check(Collection<String> verdicts) {
    List<String> unknown =
        verdicts.stream().filter(verdict -> !known.matcher(verdict).matches()).toList();
    if (!unknown.isEmpty()) {
      throw new MalformedCase("no rule of the policy answers: " + String.join(", ", unknown));
    }
  }
}
