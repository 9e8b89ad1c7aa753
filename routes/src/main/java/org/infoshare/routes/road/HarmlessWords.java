package org.infoshare.routes.road;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text without what it says of people and places: of every word that is not among a few harmless ones only the first
 * character is left. A name in small letters is a name, too; what a code joins are words.
 */
public final class HarmlessWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Set<String> HARMLESS =
      Set.of(
          """
          a about after again alcohol all alone also always an and any are as asked at baby bad be because been before
          being but by bytes can child children could dad day days did do does drinking drinks drugs each every father
          few file first for from had has have he her here hers him his home hospital how hurt if in into is it its
          know known last later left lives longer made may me met month months more moved mother much mum must my
          never new no nobody not now nursery of off often old on once one only or other our out over partner police
          present rang ring said saw say says school seen she since so some somebody still than that the their them
          then there they this time to today told too treatment two under until up us use used uses very violence
          visit visited was we week weeks went were what when where which who will with without would write years yes
          yesterday you
          """
              .strip()
              .split("\\s+"));

  private HarmlessWords() {}

  public static String only(String text) {
    var words = new ArrayList<String>();
    for (String word : text.strip().split("[\\s_]+")) {
      words.add(harmless(word) ? word : word.substring(0, word.offsetByCodePoints(0, 1)) + "•••");
    }
    return String.join(" ", words);
  }

  /** Whether it is nothing but harmless words and the marks between them. */
  private static boolean harmless(String word) {
    return word.codePoints().noneMatch(c -> Character.isDigit(c) || c == '@')
        && WORD.matcher(word).results().allMatch(part -> HARMLESS.contains(part.group().toLowerCase(Locale.ROOT)));
  }
}
