package org.infoshare.routes.road;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text reduced to what a reader's eye tells apart: letters and digits, without case, accents, invisible characters or
 * letters of other scripts that look alike. Each keeps its place in the text, and whether it touches the one before.
 */
final class Folded {

  private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
  private static final Map<Integer, String> SEEN = new ConcurrentHashMap<>();

  private char[] letters;
  private int[] places;
  private byte[] traits;
  private int length;

  private static final byte DIGIT = 1;
  private static final byte CAPITAL = 2;
  private static final byte TOUCHES = 4;

  private Folded(int capacity) {
    letters = new char[capacity];
    places = new int[capacity];
    traits = new byte[capacity];
  }

  static Folded of(CharSequence text) {
    var folded = new Folded(text.length() * 2 + 8);
    folded.read(text);
    return folded;
  }

  private void read(CharSequence text) {
    boolean touches = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        boolean digit = c >= '0' && c <= '9';
        boolean capital = c >= 'A' && c <= 'Z';
        if (digit || capital || (c >= 'a' && c <= 'z')) {
          add(capital ? (char) (c + 32) : c, i, digit, capital, touches);
          touches = true;
        } else {
          touches = false;
        }
      } else {
        int point = Character.codePointAt(text, i);
        if (!invisible(point)) {
          touches = other(point, i, touches);
        }
        i += Character.charCount(point) - 1;
      }
    }
  }

  private boolean other(int point, int place, boolean touches) {
    String alike = SEEN.computeIfAbsent(point, Folded::alike);
    boolean digit = Character.isDigit(point) || (!alike.isEmpty() && alike.chars().allMatch(c -> c >= '0' && c <= '9'));
    boolean joined = touches;
    for (int i = 0; i < alike.length(); i++) {
      add(alike.charAt(i), place, digit, Character.isUpperCase(point), joined);
      joined = true;
    }
    return !alike.isEmpty();
  }

  private static String alike(int point) {
    if (Character.digit(point, 10) >= 0 && Character.isDigit(point)) {
      return Integer.toString(Character.digit(point, 10));
    }
    String plain = bare(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD));
    if (!plain.chars().allMatch(c -> c < 128)) {
      plain = bare(Normalizer.normalize(LOOK_ALIKES.getSkeleton(plain), Normalizer.Form.NFKD));
    }
    String kept = plain.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    return kept.replace("\u00df", "ss");
  }

  private static String bare(String decomposed) {
    return decomposed.codePoints().filter(point -> !invisible(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static boolean invisible(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
    };
  }

  private void add(char letter, int place, boolean digit, boolean capital, boolean touches) {
    if (length == letters.length) {
      grow();
    }
    // O for 0 and l or I for 1 are how people mistype a postcode and how somebody hides a number.
    letters[length] = letter == 'o' ? '0' : letter == 'l' || letter == 'i' ? '1' : letter;
    places[length] = place;
    traits[length] = (byte) ((digit ? DIGIT : 0) | (capital ? CAPITAL : 0) | (touches ? TOUCHES : 0));
    length++;
  }

  /** One letter of another script may stand for a sentence. */
  private void grow() {
    letters = Arrays.copyOf(letters, 2 * length);
    places = Arrays.copyOf(places, 2 * length);
    traits = Arrays.copyOf(traits, 2 * length);
  }

  int length() {
    return length;
  }

  char at(int i) {
    return letters[i];
  }

  /** Where in the text the letter stands. */
  int place(int i) {
    return places[i];
  }

  boolean matches(int from, String wanted) {
    if (from < 0 || from + wanted.length() > length) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (letters[from + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Nothing stands between any two of these letters. */
  boolean inOnePiece(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if ((traits[i] & TOUCHES) == 0) {
        return false;
      }
    }
    return true;
  }

  /** A number goes on across this place: 1|12 is no 12. */
  boolean splitsNumber(int i) {
    return touching(i) && (traits[i] & DIGIT) != 0 && (traits[i - 1] & DIGIT) != 0;
  }

  /** A word goes on across this place; a capital after a small letter begins a new one, as in fileNames. */
  boolean splitsWord(int i) {
    return touching(i)
        && (traits[i] & DIGIT) == 0
        && (traits[i - 1] & DIGIT) == 0
        && !((traits[i] & CAPITAL) != 0 && (traits[i - 1] & CAPITAL) == 0);
  }

  private boolean touching(int i) {
    return i > 0 && i < length && (traits[i] & TOUCHES) != 0;
  }

  @Override
  public String toString() {
    return new String(letters, 0, length);
  }

  static String letters(CharSequence text) {
    return of(text).toString();
  }
}
