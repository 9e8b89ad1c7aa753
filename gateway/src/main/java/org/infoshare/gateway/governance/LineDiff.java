package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.consent.PolicyYaml;

/**
 * What a change takes out and puts in, line by line, each with the lines that say where it stands.
 * Only what is written counts, not how: both sides are written anew before they are compared.
 */
record LineDiff(List<Line> lines) {

  /** What becomes of a line. */
  enum Kind {
    SAME,
    OUT,
    IN,
    /** Here lines are left out that stay as they are. */
    GAP
  }

  record Line(Kind kind, String text) {

    private static final Line GAP = new Line(Kind.GAP, "…");

    private int depth() {
      return text.length() - text.stripLeading().length();
    }
  }

  private static final int NEAR = 1;

  /**
   * @param before empty: it is new
   * @param after empty: it is gone
   */
  static LineDiff of(Optional<JsonNode> before, Optional<JsonNode> after) {
    return new LineDiff(shown(compared(lines(before), lines(after))));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  private static List<String> lines(Optional<JsonNode> content) {
    return content.map(PolicyYaml::writeLineByLine).stream().flatMap(String::lines).toList();
  }

  /** By the longest run of lines that both have, in their order. */
  private static List<Line> compared(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        lines.add(new Line(Kind.SAME, before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || both && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Kind.OUT, before.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.IN, after.get(j)));
        j++;
      }
    }
    return lines;
  }

  private static List<Line> shown(List<Line> all) {
    var kept = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() != Kind.SAME) {
        for (int near = Math.max(0, i - NEAR); near <= Math.min(all.size() - 1, i + NEAR); near++) {
          kept[near] = true;
        }
        keepWhatItStandsUnder(all, i, kept);
      }
    }
    var shown = new ArrayList<Line>();
    for (int i = 0; i < all.size(); i++) {
      if (kept[i]) {
        shown.add(all.get(i));
      } else if (i > 0 && kept[i - 1]) {
        shown.add(Line.GAP);
      }
    }
    return shown;
  }

  private static void keepWhatItStandsUnder(List<Line> all, int line, boolean[] kept) {
    int depth = all.get(line).depth();
    for (int above = line - 1; above >= 0 && depth > 0; above--) {
      if (all.get(above).depth() < depth) {
        depth = all.get(above).depth();
        kept[above] = true;
      }
    }
  }
}
