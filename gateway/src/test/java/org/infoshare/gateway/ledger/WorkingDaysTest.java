package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

  private final WorkingDays days = WorkingDays.ofEngland();

  @Test
  void a_working_day_ends_at_five_in_the_afternoon_of_the_next_one() {
    assertThat(days.after(Instant.parse("2026-11-24T09:00:00Z"), 1))
        .isEqualTo("2026-11-25T17:00:00Z");
  }

  @Test
  void weekends_do_not_count() {
    assertThat(days.after(Instant.parse("2026-11-27T16:00:00Z"), 1))
        .isEqualTo("2026-11-30T17:00:00Z");
    assertThat(days.after(Instant.parse("2026-11-28T12:00:00Z"), 5))
        .isEqualTo("2026-12-04T17:00:00Z");
  }

  @Test
  void bank_holidays_do_not_count() {
    // Christmas Day is a Friday, and Boxing Day is kept on the Monday.
    assertThat(days.after(Instant.parse("2026-12-24T10:00:00Z"), 1))
        .isEqualTo("2026-12-29T17:00:00Z");
  }

  @Test
  void the_clock_of_england_counts_in_summer_too() {
    assertThat(days.after(Instant.parse("2026-07-01T10:00:00Z"), 1))
        .isEqualTo("2026-07-02T16:00:00Z");
    // Already tomorrow in England.
    assertThat(days.after(Instant.parse("2026-07-01T23:30:00Z"), 1))
        .isEqualTo("2026-07-03T16:00:00Z");
  }
}
