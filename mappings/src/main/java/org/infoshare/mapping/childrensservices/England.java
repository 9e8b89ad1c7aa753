package org.infoshare.mapping.childrensservices;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days as they are counted in England. */
final class England {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private England() {}

  static LocalDate day(OffsetDateTime moment) {
    return moment.atZoneSameInstant(LONDON).toLocalDate();
  }
}
