package org.infoshare.gateway.governance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infoshare.consent.PolicyYaml;

/**
 * Faults of a table or an agreement as whoever wrote it reads them: in which line, and what is to be
 * there. A fault of which nothing better can be said is told as it was found.
 */
final class WrittenFaults {

  // "agreement cgl: $.from: does not match…": of which content, where in it, what.
  private static final Pattern FAULT =
      Pattern.compile("(?:agreement )?([^:]+): (\\$[^:]*): (.*)");
  private static final Pattern UNKNOWN = Pattern.compile("property '([^']+)' is not defined in .*");
  private static final Pattern MISSING = Pattern.compile("required property '([^']+)' not found");
  private static final Pattern ONE_OF =
      Pattern.compile("does not have a value in the enumeration \\[(.*)]");
  private static final String FORM = "does not match the regex pattern ";
  private static final String DAY = FORM + "^\\d{4}-\\d{2}-\\d{2}$";

  private final String name;
  private final Map<String, Integer> lines;

  /**
   * @param name of the table or agency
   * @param written as it was sent, readable as YAML
   */
  WrittenFaults(String name, String written) {
    this.name = name;
    this.lines = PolicyYaml.lines(written);
  }

  String inWords(String fault) {
    Matcher found = FAULT.matcher(fault);
    if (!found.matches() || !found.group(1).equals(name)) {
      return fault;
    }
    String place = found.group(2);
    String what = found.group(3);
    Matcher unknown = UNKNOWN.matcher(what);
    if (unknown.matches()) {
      return at(place + "." + unknown.group(1), "nothing of this name can stand here");
    }
    Matcher missing = MISSING.matcher(what);
    if (missing.matches()) {
      return at(place, "'" + missing.group(1) + "' is missing");
    }
    Matcher oneOf = ONE_OF.matcher(what);
    if (oneOf.matches()) {
      return at(place, "write one of: " + oneOf.group(1).replace("\"", ""));
    }
    if (what.equals(DAY)) {
      return at(place, "write a day as 2027-03-31");
    }
    return at(place, what.startsWith(FORM) ? "is not in the form that it must have" : what);
  }

  private String at(String place, String what) {
    String of = place.replaceFirst("^\\$\\.?", "");
    String said = of.isEmpty() ? what : of + ": " + what;
    return lines.containsKey(place) ? "Line %d: %s".formatted(lines.get(place), said) : said;
  }
}
