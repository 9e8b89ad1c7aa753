package org.infoshare.routes.road;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last step before an attempt is opened. Reads the finished bytes as whoever receives them could, and looks for values
 * that must not reach this recipient. In almost every disclosure that the ICO reprimanded, the address was in a place where a
 * field filter does not look.
 */
public final class LeakGuard {

  /** By which a part is held that the guard stopped, and for which a named person may release it. */
  public static final String RULE = "GUARD";

  static final String UNREADABLE = "UNREADABLE";

  /**
   * Why a delivery is stopped.
   *
   * @param where in the document; never the value
   * @param kind of the value that was found, or {@code UNREADABLE} for content that cannot be looked into
   */
  public record Hit(String where, String kind) {}

  /** The first protected value in the document, or the first part that cannot be read; empty if it may go. */
  public Optional<Hit> find(String mediaType, byte[] document, List<ProtectedValue> searched) {
    var texts = Unpacked.of(mediaType, document);
    var unreadable = texts.stream().filter(Unpacked.Text::unreadable).findFirst();
    if (unreadable.isPresent()) {
      return Optional.of(new Hit(unreadable.get().where(), UNREADABLE));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (ProtectedValue value : searched) {
      String normalised = Normalised.value(value);
      if (Normalised.tellsSomething(value, normalised)) {
        values.put(normalised, value.kind().name());
      }
    }
    return values.isEmpty() ? Optional.empty() : find(texts, values);
  }

  private static Optional<Hit> find(List<Unpacked.Text> texts, Map<String, String> values) {
    var all = new StringBuilder();
    for (Unpacked.Text text : texts) {
      String normalised = Normalised.text(text.text());
      for (var value : values.entrySet()) {
        if (normalised.contains(value.getKey())) {
          return Optional.of(new Hit(text.where(), value.getValue()));
        }
      }
      if (text.readOn()) {
        all.append(normalised);
      }
    }
    // Split across lines, cells or fields it is in no text alone, but a reader puts it together.
    return values.entrySet().stream()
        .filter(value -> all.indexOf(value.getKey()) >= 0)
        .findFirst()
        .map(value -> new Hit("(split across fields)", value.getValue()));
  }
}
