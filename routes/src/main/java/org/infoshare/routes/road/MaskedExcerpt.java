package org.infoshare.routes.road;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands around a value that was found, for a person to judge it: the value itself and every other that is withheld are
 * masked, and so is the whole where one could be read in another way, or only in part.
 */
final class MaskedExcerpt {

  private static final int AROUND = 40;
  private static final String ELLIPSIS = "[\u2026]";

  private MaskedExcerpt() {}

  /** Masked from one place of the text to another. */
  private record Mask(int from, int to, ProtectedValue.Kind kind) {}

  static String of(String text, Folded folded, Wanted.Found found, Wanted withheld) {
    Mask hit = mask(folded, found);
    var all = new ArrayList<Mask>();
    all.add(hit);
    withheld.all(folded).forEach(other -> all.add(mask(folded, other)));
    String excerpt =
        masked(text, apart(all), Math.max(0, hit.from() - AROUND), Math.min(text.length(), hit.to() + AROUND));
    return sayable(excerpt, withheld) ? excerpt : ELLIPSIS + "[" + found.kind() + "]" + ELLIPSIS;
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

  private static Mask mask(Folded folded, Wanted.Found found) {
    return new Mask(folded.place(found.from()), folded.place(found.to() - 1) + 1, found.kind());
  }

  private static String masked(String text, List<Mask> masks, int from, int to) {
    var excerpt = new StringBuilder();
    int at = from;
    for (Mask mask : masks) {
      if (mask.to() > at && mask.from() < to) {
        excerpt.append(text, at, Math.max(at, mask.from())).append('[').append(mask.kind()).append(']');
        at = mask.to();
      }
    }
    return at < to ? excerpt.append(text, at, to).toString() : excerpt.toString();
  }

  /** Nothing withheld can be read in it, in whatever way a reader would. */
  private static boolean sayable(String excerpt, Wanted withheld) {
    return Unpacked.of("text/plain", excerpt.getBytes(StandardCharsets.UTF_8)).stream()
        .allMatch(reading -> withheld.first(Folded.of(reading.text())).isEmpty());
  }
}
