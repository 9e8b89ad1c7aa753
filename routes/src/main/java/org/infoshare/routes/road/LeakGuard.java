package org.infoshare.routes.road;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.infoshare.model.Personal;

/**
 * The last step before an attempt is opened. Reads the finished bytes as whoever receives them could, and looks for values
 * that must not reach this recipient. In almost every disclosure that the ICO reprimanded, the address was in a place where a
 * field filter does not look.
 */
public final class LeakGuard {

  /** By which a part is held that the guard stopped, and for which a named person may release it. */
  public static final String RULE = "GUARD";

  static final String UNREADABLE = "UNREADABLE";

  private static final int AROUND = 40;

  /**
   * Why a delivery is stopped.
   *
   * @param where in the document; never the value
   * @param kind of the value that was found, or {@code UNREADABLE} for content that cannot be looked into
   * @param excerpt what stands around it, the value itself masked; empty where nothing could be read
   */
  public record Hit(String where, String kind, Optional<Personal> excerpt) {}

  /**
   * The first protected value in the document, else the first part that cannot be read; empty if it may go. A value counts
   * before what cannot be read: a person may release the second, and must not release the first with it unseen.
   */
  public Optional<Hit> find(String mediaType, byte[] document, List<ProtectedValue> searched) {
    List<Unpacked.Text> texts = Unpacked.of(mediaType, document);
    var wanted = Wanted.of(searched);
    Optional<Hit> value = wanted.isEmpty() ? Optional.empty() : find(texts, wanted);
    return value.or(
        () ->
            texts.stream()
                .filter(Unpacked.Text::unreadable)
                .findFirst()
                .map(text -> new Hit(sayable(text.where(), wanted), UNREADABLE, Optional.empty())));
  }

  private static Optional<Hit> find(List<Unpacked.Text> texts, Wanted wanted) {
    // Split across lines, cells or fields it is in no text alone, but a reader puts it together.
    var all = new StringBuilder();
    var starts = new TreeMap<Integer, String>();
    for (Unpacked.Text text : texts) {
      if (text.readOn()) {
        starts.put(all.length(), text.where());
        all.append(text.text()).append('\n');
      } else {
        var hit = find(text.text(), (from, to) -> text.where(), wanted);
        if (hit.isPresent()) {
          return hit;
        }
      }
    }
    return find(all.toString(), (from, to) -> where(starts, from, to), wanted);
  }

  private static String where(NavigableMap<Integer, String> starts, int from, int to) {
    var begins = starts.floorEntry(from);
    return begins.equals(starts.floorEntry(to)) ? begins.getValue() : "(split across fields)";
  }

  private interface Places {
    String of(int from, int to);
  }

  private static Optional<Hit> find(String text, Places places, Wanted wanted) {
    var folded = Folded.of(text);
    return wanted
        .first(folded)
        .map(found -> new Hit(sayable(places.of(folded.place(found.from()), folded.place(found.to() - 1)), wanted), found.kind().name(), excerpt(text, folded, found, wanted)));
  }

  /** A place may be named by a key or a file that holds the value itself. */
  private static String sayable(String where, Wanted wanted) {
    return wanted.first(Folded.of(where)).isPresent() ? "(in the name of a field)" : where;
  }

  private static Optional<Personal> excerpt(String text, Folded folded, Wanted.Found found, Wanted wanted) {
    int from = folded.place(found.from());
    int to = folded.place(found.to() - 1) + 1;
    String before = text.substring(Math.max(0, from - AROUND), from);
    String after = text.substring(to, Math.min(text.length(), to + AROUND));
    return Personal.of(masked(before, wanted) + "[" + found.kind() + "]" + masked(after, wanted));
  }

  private static String masked(String text, Wanted wanted) {
    return wanted.first(Folded.of(text)).isPresent() ? "[…]" : text;
  }
}
