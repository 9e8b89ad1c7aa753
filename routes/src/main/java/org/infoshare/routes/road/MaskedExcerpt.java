package org.infoshare.routes.road;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands around a value that was found, for a person to judge it, without mark-up: the value itself and every other that is
 * withheld are masked, and so is the whole where one could still be read in it in another way.
 */
final class MaskedExcerpt {

  private static final int AROUND = 40;
  // Of a file's own mark-up little is left once it is taken away.
  private static final int LOOKED_AT = 400;
  private static final Pattern MARK_UP = Pattern.compile("<[^<>]*>|^[^<>]*>|<[^<>]*$|\\s+");
  private static final Pattern NUMBER_BEFORE = Pattern.compile("[+\\d()][+\\d(). -]*$");
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
    String before = plain(masked(text, masks, Math.max(0, hit.from() - LOOKED_AT), hit.from()));
    String after = plain(masked(text, masks, hit.to(), Math.min(text.length(), hit.to() + LOOKED_AT)));
    String excerpt =
        before.substring(Math.max(0, before.length() - AROUND))
            + "[" + found.kind() + "]"
            + after.substring(0, Math.min(after.length(), AROUND));
    return sayable(excerpt, withheld) ? excerpt.strip() : ELLIPSIS + "[" + found.kind() + "]" + ELLIPSIS;
  }

  private static String plain(String text) {
    return MARK_UP.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ");
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
