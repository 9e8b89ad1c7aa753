package org.infoshare.routes.road;

import java.util.Optional;
import org.infoshare.model.Personal;

/**
 * Why a control stopped a delivery.
 *
 * @param where in the document, or the part of the message; never the value
 * @param kind of the value that was found, or {@code UNREADABLE}
 * @param excerpt enough for a person to judge it, without any value that was found; empty where nothing could be read
 */
public record Finding(Control control, String where, String kind, Optional<Personal> excerpt) {

  /** In what shape the value left its field, in one of a few words: told apart in counts, and nothing of the message. */
  public String shape() {
    if (control != Control.GUARD) {
      return "part";
    }
    if (kind.equals(LeakGuard.UNREADABLE)) {
      return "unreadable";
    }
    if (where.contains("(name of entry") || where.contains("(in the name of a field)") || where.endsWith("/fileName")) {
      return "name";
    }
    if (where.contains("(split across fields)")) {
      return "split";
    }
    if (where.contains("(properties)")) {
      return "properties";
    }
    return where.contains("(decoded)") || where.contains("(entry") || where.contains("(file within)") ? "packed" : "field";
  }
}
