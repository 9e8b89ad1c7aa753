package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as the driver takes them. */
final class Sql {

  private Sql() {}

  /** To the microsecond, which is what the database keeps. */
  static OffsetDateTime at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /**
   * An array literal, for {@code cast(:x as uuid[])}, of values that need no quotes: ids and codes.
   */
  static String array(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
