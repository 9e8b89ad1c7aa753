package org.infoshare.routes.road;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of places in what says where somebody is: a refuge, a school, a nursery, a work place. Such a name is as good as an
 * address, and has no number by which it could be told.
 *
 * <p>A name is distinctive enough if it says what kind of place it is ("Refuge", "School", "House", "Ltd") and has a word of
 * its own besides: "Willow House", "St Mary's Primary School". One without a kind ("St Mary's", "Madeuptown") may be a church,
 * a parish or a town, and one of words that any place may have ("the school", "Children's Centre", "Mum's house") is anywhere:
 * they are not looked for, or every narrative would be stopped. A street without a number is none either.
 *
 * <p>In words the name must be written as names are, with capitals: "she is at Willow House", not "at willow house". It is
 * looked for however it is written, and without what is often left out: "St Mary's School" for "St Mary's C of E Primary School".
 */
final class PlaceNames {

  private static final Set<String> KINDS =
      words(
          "refuge shelter hostel sanctuary haven house home lodge cottage hall manor villa villas farm court apartments flats hotel inn "
              + "guesthouse caravan barracks prison school academy college university nursery preschool playgroup kindergarten "
              + "creche childminders centre center hub club unit ward surgery clinic hospital hospice practice pharmacy dentist "
              + "church chapel mosque temple synagogue aid project ltd limited plc llp office offices shop store stores "
              + "supermarket bakery cafe restaurant pub salon barbers garage factory works warehouse depot laundry library");

  /** Which make a name in words without a capital, too: nobody writes "Willow Project" as "Willow project". */
  private static final Set<String> IN_SMALL_LETTERS =
      words("refuge shelter hostel school nursery house hotel hospital surgery clinic college academy centre");

  /** Whose they are is no name: "Testa's house". */
  private static final Set<String> SOMEBODYS = words("house home");

  /** Of which a street is one: "School Lane" is no school. */
  private static final Set<String> STREETS =
      words(
          "road rd street st avenue ave lane ln drive close cl crescent gardens place square terrace grove way walk hill row mews "
              + "rise view parade mount");

  /** Which say nothing of one place among others of its kind. */
  private static final Set<String> COMMON =
      words(
          "a an the of for and at in on to by with from near or is was s st saint our my her his their your she he they it this that "
              + "now new old north south east west central primary infant infants junior juniors secondary high middle lower "
              + "upper first pre special grammar sixth form c e ce rc england catholic community child children childrens family "
              + "families women womens woman men mens mum mums mother mothers dad dads father fathers nan nans gran "
              + "grandmother aunt aunts sister sisters brother friend friends health medical doctors gp day night care early "
              + "years local county town village city council resource support advice job jobs sports leisure youth general "
              + "contact safe shopping head social services drop food bank treatment recovery crown magistrates ring call write "
              + "text visit see meet no not never only after before mr mrs ms miss dr monday tuesday wednesday thursday friday "
              + "saturday sunday");

  private static final Set<String> SAINT = Set.of("st", "saint");
  private static final Set<String> JOINING = Set.of("of", "the", "and", "for");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'\u2019-]*");
  private static final Pattern BEFORE_A_NAME =
      Pattern.compile("(?i)^(?:(?:flat|apartment|apt|flt|unit|room|floor)\\s*)?(?:\\d\\w{0,4}[\\s,]+)+|^(?:c/o|care of)\\s+");
  private static final int WORDS_BEFORE_THE_KIND = 5;

  private PlaceNames() {}

  private static Set<String> words(String listed) {
    return Set.of(listed.split(" "));
  }

  /** Those of one line of an address; a part without capitals is one, too. */
  static List<String> inLine(String line) {
    var names = new LinkedHashSet<String>();
    for (String part : line.split("[,;\\n]")) {
      List<String> words = written(BEFORE_A_NAME.matcher(part.strip()).replaceFirst(""));
      boolean numbered = part.strip().chars().anyMatch(Character::isDigit) && BEFORE_A_NAME.matcher(part.strip()).lookingAt();
      if (!words.isEmpty() && (numbered || part.chars().noneMatch(Character::isDigit))) {
        add(words, names);
      }
    }
    return List.copyOf(names);
  }

  /** Those in a narrative, or in words on how to make contact. */
  static List<String> inText(String text) {
    var names = new LinkedHashSet<String>();
    List<MatchResult> words = WORD.matcher(text).results().toList();
    for (int kind = 0; kind < words.size(); kind++) {
      String plain = plain(words.get(kind).group());
      if (KINDS.contains(plain) && (capital(words.get(kind)) || IN_SMALL_LETTERS.contains(plain))) {
        int last = kind;
        while (last + 1 < words.size() && goesOn(text, words, last) && KINDS.contains(plain(words.get(last + 1).group()))) {
          last++;
        }
        inText(text, words, kind, last, names);
        kind = last;
      }
    }
    return List.copyOf(names);
  }

  /** The name, and, as a sentence may begin before it, what is left of it without its first words. */
  private static void inText(String text, List<MatchResult> words, int kind, int last, Set<String> names) {
    int first = kind;
    while (first > 0
        && kind - first < WORDS_BEFORE_THE_KIND
        && goesOn(text, words, first - 1)
        && (capital(words.get(first - 1)) || JOINING.contains(words.get(first - 1).group()))) {
      first--;
    }
    if (first < kind && SOMEBODYS.contains(plain(words.get(kind).group())) && somebodys(words, first, kind)) {
      return;
    }
    for (int from = first; from < kind; from++) {
      if (capital(words.get(from)) && (own(words.get(from).group()) || SAINT.contains(plain(words.get(from).group())))) {
        add(IntStream.rangeClosed(from, last).mapToObj(i -> words.get(i).group()).toList(), names);
      }
    }
  }

  private static void add(List<String> written, Set<String> names) {
    List<String> words = written.stream().dropWhile(word -> plain(word).equals("the")).toList();
    if (words.isEmpty()
        || words.stream().noneMatch(word -> KINDS.contains(plain(word)))
        || words.stream().noneMatch(PlaceNames::own)
        || STREETS.contains(plain(words.getLast()))) {
      return;
    }
    names.add(String.join(" ", words));
    String shorter = words.stream().filter(word -> own(word) || SAINT.contains(plain(word))).collect(Collectors.joining(" "));
    words.stream().filter(word -> KINDS.contains(plain(word))).forEach(kind -> names.add(shorter + " " + kind));
  }

  private static boolean somebodys(List<MatchResult> words, int first, int kind) {
    String before = words.get(kind - 1).group();
    return (before.endsWith("'s") || before.endsWith("\u2019s"))
        && words.subList(first, kind).stream().noneMatch(word -> SAINT.contains(plain(word.group())));
  }

  /** It tells this place from others. */
  private static boolean own(String word) {
    String plain = plain(word);
    return plain.length() > 2 && !KINDS.contains(plain) && !COMMON.contains(plain);
  }

  /** Nothing but a space stands between this word and the next, or the point of an abbreviation. */
  private static boolean goesOn(String text, List<MatchResult> words, int word) {
    String between = text.substring(words.get(word).end(), words.get(word + 1).start());
    return between.isBlank() && !between.contains("\n")
        || between.strip().equals(".") && SAINT.contains(plain(words.get(word).group()));
  }

  private static boolean capital(MatchResult word) {
    return Character.isUpperCase(word.group().codePointAt(0));
  }

  private static List<String> written(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("['\u2019-]", "");
  }
}
