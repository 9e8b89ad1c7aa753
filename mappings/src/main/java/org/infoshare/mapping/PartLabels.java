package org.infoshare.mapping;

import java.time.LocalDate;
import java.util.Optional;

/** What the author wrote on one part: its standing, as a code, and the day on which it was so. */
public record PartLabels(Optional<String> standing, Optional<LocalDate> asOf) {

  public static final PartLabels NONE = new PartLabels(Optional.empty(), Optional.empty());

  /** From fields that a wire form leaves out by null. */
  public static PartLabels of(String standing, LocalDate asOf) {
    return new PartLabels(Optional.ofNullable(standing), Optional.ofNullable(asOf));
  }
}
