package org.infoshare.gateway.operations;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.infoshare.model.England;

/** Moments as a duty worker in England reads them. */
public final class Times {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'at' h:mma", Locale.UK)
          .withZone(England.ZONE);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(England.ZONE);

  /** For example {@code 24 November 2026}. */
  public String day(Instant moment) {
    return DAY.format(moment);
  }

  /** For example {@code 24 November 2026 at 11:05am}. */
  public String of(Instant moment) {
    return DAY_AND_TIME.format(moment).replace("AM", "am").replace("PM", "pm");
  }
}
