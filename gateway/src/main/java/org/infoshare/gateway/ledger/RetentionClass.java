package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.England;
import org.infoshare.model.PlanType;

/**
 * How long what belongs to a message is kept; with the year, the partition that it lies in and goes
 * with.
 */
enum RetentionClass {
  /** Children on a child protection plan, and red or immediate risk. */
  SAFEGUARDING(25),
  /** All other work with families. */
  SUPPORT(7),
  /** What was refused or failed, without content. */
  OPERATIONS(2);

  private final int years;

  RetentionClass(int years) {
    this.years = years;
  }

  static RetentionClass of(CaseMessage message) {
    boolean protection =
        message.envelope().family().persons().stream()
            .anyMatch(person -> person.plan() == PlanType.CP);
    return protection || message.envelope().risk().urgent() ? SAFEGUARDING : SUPPORT;
  }

  /** The word of the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Until when it is kept, for what began in this year. */
  LocalDate until(int year) {
    return LocalDate.of(year + years, 12, 31);
  }

  static int year(Instant at) {
    return England.day(at).getYear();
  }
}
