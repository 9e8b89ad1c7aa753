package org.infoshare.routes.road;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around a value that was found, for a person to judge it, without mark-up: the value itself and every other that is
 * withheld are masked, of all other words only the harmless ones are there, for the rest is another agency's narrative; and the
 * whole is masked where a withheld value could still be read in it in another way.
 */
final class MaskedExcerpt {

  private static final int AROUND = 40;
  // Of a file's own mark-up little is left once it is taken away.
  private static final int LOOKED_AT = 400;
  private static final Pattern MARK_UP = Pattern.compile("<[^<>]*>|^[^<>]*>|<[^<>]*$|\\s+");
  private static final Pattern NUMBER_BEFORE = Pattern.compile("[+\\d()][+\\d(). -]*$");
  private static final Pattern KIND =
      Pattern.compile(
          Stream.of(ProtectedValue.Kind.values()).map(Enum::name).collect(Collectors.joining("|", "\\[(?:", ")\\]")));
  private static final String ELLIPSIS = "[\u2026]";

  private MaskedExcerpt() {}

  /** Masked from one place of the text to another. */
  private record Mask(int from, int to, ProtectedValue.Kind kind) {

    boolean holds(int place) {
      return from <= place && place < to;
    }
  }

  static String of(String text, Folded folded, Wanted.Found found, Wanted withheld) {
    var all = new ArrayList<Mask>();
    all.add(mask(text, folded, found));
    withheld.all(folded).forEach(other -> all.add(mask(text, folded, other)));
    List<Mask> masks = apart(all);
    Mask hit = masks.stream().filter(mask -> mask.holds(folded.place(found.from()))).findFirst().orElseThrow();
    String before = harmless(plain(masked(text, masks, Math.max(0, hit.from() - LOOKED_AT), hit.from())));
    String after = harmless(plain(masked(text, masks, hit.to(), Math.min(text.length(), hit.to() + LOOKED_AT))));
    String excerpt =
        before.substring(Math.max(0, before.length() - AROUND))
            + "[" + found.kind() + "]"
            + after.substring(0, Math.min(after.length(), AROUND));
    return sayable(excerpt, withheld) ? excerpt.strip() : ELLIPSIS + "[" + found.kind() + "]" + ELLIPSIS;
  }

  private static String plain(String text) {
    return MARK_UP.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ");
  }

  private static String harmless(String text) {
    var harmless = new StringBuilder();
    var kinds = KIND.matcher(text);
    int at = 0;
    while (kinds.find()) {
      harmless.append(words(text.substring(at, kinds.start()))).append(kinds.group());
      at = kinds.end();
    }
    return harmless.append(words(text.substring(at))).toString();
  }

  private static String words(String text) {
    String end = text.endsWith(" ") && !text.isBlank() ? " " : "";
    return (text.startsWith(" ") ? " " : "") + HarmlessWords.only(text) + end;
  }

  /** In order, those that overlap as one. */
  private static List<Mask> apart(List<Mask> masks) {
    var apart = new ArrayList<Mask>();
    masks.stream()
        .sorted(Comparator.comparingInt(Mask::from))
        .forEach(
            mask -> {
              if (apart.isEmpty() || mask.from() >= apart.getLast().to()) {
                apart.add(mask);
              } else {
                Mask last = apart.removeLast();
                apart.add(new Mask(last.from(), Math.max(last.to(), mask.to()), last.kind()));
              }
            });
    return apart;
  }

  private static Mask mask(String text, Folded folded, Wanted.Found found) {
    int from = folded.place(found.from());
    int to = folded.place(found.to() - 1) + 1;
    if (found.kind() == ProtectedValue.Kind.TELEPHONE) {
      var number = NUMBER_BEFORE.matcher(text).region(Math.max(0, from - 12), from);
      from = number.find() ? number.start() : from;
    }
    return new Mask(from, to, found.kind());
  }

  private static String masked(String text, List<Mask> masks, int from, int to) {
    var masked = new StringBuilder();
    int at = from;
    for (Mask mask : masks) {
      if (mask.to() > at && mask.from() < to) {
        masked.append(text, at, Math.max(at, mask.from())).append('[').append(mask.kind()).append(']');
        at = mask.to();
      }
    }
    return at < to ? masked.append(text, at, to).toString() : masked.toString();
  }

  /** Nothing withheld can be read in it, in whatever way a reader would. */
  private static boolean sayable(String excerpt, Wanted withheld) {
    return Unpacked.of("text/plain", excerpt.getBytes(StandardCharsets.UTF_8)).stream()
        .allMatch(reading -> withheld.first(Folded.of(reading.text())).isEmpty());
  }
}
