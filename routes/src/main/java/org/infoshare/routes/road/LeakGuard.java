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

  static final String UNREADABLE = "UNREADABLE";

  /**
   * Why a delivery is stopped.
   *
   * @param where in the document; never the value
   * @param kind of the value that was found, or {@code UNREADABLE} for content that cannot be looked into
   * @param excerpt what stands around it, the value itself masked; empty where nothing could be read
   */
  public record Hit(String where, String kind, Optional<Personal> excerpt) {

    Finding finding() {
      return new Finding(Control.GUARD, where, kind, excerpt);
    }
  }

  /**
   * The first protected value in the document, else the first part that cannot be read; empty if it may go. A value counts
   * before what cannot be read: a person may release the second, and must not release the first with it unseen.
   */
  public Optional<Hit> find(String mediaType, byte[] document, List<ProtectedValue> searched) {
    return find(mediaType, document, searched, searched);
  }

  /**
   * The same.
   *
   * @param withheld what stands in no excerpt, whether it is searched for or not
   */
  Optional<Hit> find(String mediaType, byte[] document, List<ProtectedValue> searched, List<ProtectedValue> withheld) {
    List<Unpacked.Text> texts = Unpacked.of(mediaType, document);
    var wanted = Wanted.of(searched);
    Optional<Sighting> value = wanted.isEmpty() ? Optional.empty() : find(texts, wanted);
    if (value.isEmpty()) {
      return texts.stream()
          .filter(Unpacked.Text::unreadable)
          .findFirst()
          .map(text -> new Hit(sayable(text.where(), wanted), UNREADABLE, Optional.empty()));
    }
    return value.map(seen -> seen.hit(wanted, Wanted.all(withheld)));
  }

  /** A value that was found in one of the texts, and where in the document that is. */
  private record Sighting(String text, Folded folded, Wanted.Found found, String where) {

    Hit hit(Wanted wanted, Wanted withheld) {
      return new Hit(sayable(where, wanted), found.kind().name(), Personal.of(MaskedExcerpt.of(text, folded, found, withheld)));
    }
  }

  private static Optional<Sighting> find(List<Unpacked.Text> texts, Wanted wanted) {
    // Split across lines, cells or fields it is in no text alone, but a reader puts it together.
    var all = new StringBuilder();
    var starts = new TreeMap<Integer, String>();
    for (Unpacked.Text text : texts) {
      if (text.readOn()) {
        starts.put(all.length(), text.where());
        all.append(text.text()).append('\n');
      } else {
        var seen = find(text.text(), (from, to) -> text.where(), wanted);
        if (seen.isPresent()) {
          return seen;
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

  private static Optional<Sighting> find(String text, Places places, Wanted wanted) {
    var folded = Folded.of(text);
    return wanted
        .first(folded)
        .map(
            found ->
                new Sighting(
                    text, folded, found, places.of(folded.place(found.from()), folded.place(found.to() - 1))));
  }

  /** A place may be named by a key or a file that holds the value itself. */
  private static String sayable(String where, Wanted wanted) {
    return wanted.first(Folded.of(where)).isPresent() ? "(in the name of a field)" : where;
  }
}
