package org.infoshare.gateway.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.model.England;

/**
 * Working days in England: Monday to Friday without the bank holidays of England and Wales
 * (gov.uk/bank-holidays). A year that the data file does not list has none, which makes a clock end
 * too early, never too late.
 */
final class WorkingDays {

  private static final LocalTime CLOSE = LocalTime.of(17, 0);

  private final Set<LocalDate> bankHolidays;

  WorkingDays(Set<LocalDate> bankHolidays) {
    this.bankHolidays = Set.copyOf(bankHolidays);
  }

  static WorkingDays ofEngland() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    WorkingDays.class.getResourceAsStream("bank-holidays-england.txt")),
                StandardCharsets.UTF_8))) {
      return new WorkingDays(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> LocalDate.parse(line.substring(0, 10)))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The close of the last of so many working days after this moment; the day of the moment itself
   * does not count.
   */
  Instant after(Instant moment, int days) {
    LocalDate day = England.day(moment);
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        counted++;
      }
    }
    return day.atTime(CLOSE).atZone(England.ZONE).toInstant();
  }

  private boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !bankHolidays.contains(day);
  }
}
