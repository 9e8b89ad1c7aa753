package org.infoshare.gateway.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The refs that an agency was given for persons, which no folder can know: {@code p-1} is the one that it read first, in whatever
 * document.
 */
final class NumberedRefs {

  private static final Pattern GIVEN = Pattern.compile("(?<![\\w-])p-[0-9a-f]{12}(?![\\w-])");
  private static final Pattern NUMBERED = Pattern.compile("(?<![\\w-])p-([0-9]{1,2})(?![\\w-])");

  private final List<String> given = new ArrayList<>();

  /** What the agency received, as a folder has it. */
  String numbered(String received) {
    return GIVEN.matcher(received).replaceAll(found -> "p-" + number(found.group()));
  }

  /** What the agency sends, with the refs that it was given. */
  String given(String document) {
    return NUMBERED.matcher(document).replaceAll(found -> given.get(Integer.parseInt(found.group(1)) - 1));
  }

  private int number(String ref) {
    if (!given.contains(ref)) {
      given.add(ref);
    }
    return given.indexOf(ref) + 1;
  }
}
