package org.infoshare.mapping;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.infoshare.model.Content;
import org.infoshare.model.Handling;
import org.infoshare.model.PersonId;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;

/**
 * The segments of one received message, while it is read.
 *
 * <p>What cannot be understood refuses the message, unless it is urgent ({@link
 * org.infoshare.model.Risk#urgent}): then that part becomes an unclassified segment with what was
 * received, and the rest goes on.
 */
public final class Reading {

  private final LocalDate writtenOn;
  private final boolean urgent;
  private final List<Segment> segments = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();

  public Reading(LocalDate writtenOn, boolean urgent) {
    this.writtenOn = writtenOn;
    this.urgent = urgent;
  }

  public boolean urgent() {
    return urgent;
  }

  /** In the order in which they were added. */
  public List<Segment> segments() {
    return List.copyOf(segments);
  }

  /**
   * What {@code read} makes of a part; empty, with the part kept as an unclassified segment about
   * that person, where it cannot be understood and the message is urgent.
   *
   * @param received the part as it was received: see {@link #fields}
   */
  public <T> Optional<T> read(PersonId about, String received, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (MalformedMessage notUnderstood) {
      if (!urgent) {
        throw notUnderstood;
      }
      var text = notUnderstood.where() + "\n" + received;
      segments.add(
          new Segment(
              nextId(about, "unclassified"),
              about,
              Standing.OPINION,
              writtenOn,
              Handling.PLAIN,
              new Content.Unclassified(
                  Optional.empty(), "text/plain", text.getBytes(StandardCharsets.UTF_8))));
      return Optional.empty();
    }
  }

  /** Adds a segment that stands as {@code usual} unless its author labelled it. */
  public void add(
      PersonId about,
      String word,
      Standing usual,
      PartLabels labels,
      boolean namesPlace,
      Content content) {
    var label =
        labels
            .standing()
            .flatMap(
                code ->
                    read(
                        about,
                        fields("standing", code),
                        () -> Codes.STANDING.read("standing", code)));
    segments.add(
        new Segment(
            nextId(about, word),
            about,
            label.orElse(usual),
            labels.asOf().orElse(writtenOn),
            new Handling(
                namesPlace, label, List.of(), Optional.empty(), labels.asOf().isPresent()),
            content));
  }

  /** A fact that names no place by itself. */
  public void fact(PersonId about, String word, PartLabels labels, Content content) {
    add(about, word, Standing.FACT, labels, false, content);
  }

  /** Names and values of a part, one a line, without those that are absent. */
  public static String fields(Object... namesAndValues) {
    var lines = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        lines.append(namesAndValues[i]).append(": ").append(namesAndValues[i + 1]).append('\n');
      }
    }
    return lines.toString();
  }

  private SegmentId nextId(PersonId about, String word) {
    var id = about + "-" + word;
    var count = ids.merge(id, 1, Integer::sum);
    return new SegmentId(count == 1 ? id : id + "-" + count);
  }
}
