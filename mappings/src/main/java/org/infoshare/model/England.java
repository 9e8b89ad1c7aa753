package org.infoshare.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days, as they are counted where this gateway's law holds: somebody is sixteen from midnight in England. */
public final class England {

  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private England() {}

  /** The day of a moment that was written with any offset. */
  public static LocalDate day(OffsetDateTime moment) {
    return day(moment.toInstant());
  }

  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** When a day begins, in winter and in summer. */
  public static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
