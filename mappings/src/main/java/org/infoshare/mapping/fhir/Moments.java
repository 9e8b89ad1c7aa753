package org.infoshare.mapping.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.England;

/** FHIR's moments, which may be days. */
final class Moments {

  private static final int LENGTH_OF_A_DAY = 10;
  private static final int FIRST_YEAR = 1900;

  private Moments() {}

  /** A moment with its zone: which of two answers is the newer one may depend on it. */
  static Instant required(BaseDateTimeType moment, String where) {
    if (moment == null || !moment.hasValue() || moment.getValueAsString().length() <= LENGTH_OF_A_DAY) {
      throw new MalformedMessage(Code.NOT_VALID, where, "say when, to the second and with the zone");
    }
    return instant(moment, where);
  }

  /** The first moment of it. */
  static Optional<Instant> start(BaseDateTimeType moment, String where) {
    return day(moment, where).map(England::midnight).or(() -> exact(moment, where));
  }

  /** The first moment after it: a day counts to its end. */
  static Optional<Instant> end(BaseDateTimeType moment, String where) {
    return day(moment, where)
        .map(day -> England.midnight(day.plusDays(1)))
        .or(() -> exact(moment, where));
  }

  private static Optional<LocalDate> day(BaseDateTimeType moment, String where) {
    if (moment == null || !moment.hasValue() || moment.getValueAsString().length() > LENGTH_OF_A_DAY) {
      return Optional.empty();
    }
    if (moment.getValueAsString().length() < LENGTH_OF_A_DAY) {
      throw new MalformedMessage(Code.NOT_VALID, where, "say the day, not the month or the year alone");
    }
    return Optional.of(LocalDate.parse(moment.getValueAsString()));
  }

  private static Optional<Instant> exact(BaseDateTimeType moment, String where) {
    return Optional.ofNullable(moment).filter(BaseDateTimeType::hasValue).map(one -> instant(one, where));
  }

  /** Of a year before the calendar of today FHIR's own reader makes another day. */
  private static Instant instant(BaseDateTimeType moment, String where) {
    if (moment.getYear() < FIRST_YEAR) {
      throw new MalformedMessage(Code.NOT_VALID, where, "no year before " + FIRST_YEAR + "; mend it");
    }
    return moment.getValue().toInstant();
  }
}
