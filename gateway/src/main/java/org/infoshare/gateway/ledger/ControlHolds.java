package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Control;

/**
 * What a control stopped, as parts that wait for a person: a quarter of an hour where it is urgent,
 * else an hour.
 */
final class ControlHolds {

  private static final Duration URGENT = Duration.ofMinutes(15);
  private static final Duration ORDINARY = Duration.ofHours(1);

  private ControlHolds() {}

  static List<HeldRow> of(
      MessageText text,
      Recipient recipient,
      Control control,
      Collection<SegmentId> segments,
      Instant at) {
    Map<String, String> categories =
        text.parts().stream().collect(Collectors.toMap(PartTold::segment, PartTold::category));
    return segments.stream()
        .map(SegmentId::value)
        .sorted()
        .map(
            segment ->
                new HeldRow(
                    UUID.randomUUID(),
                    recipient.agency().value(),
                    recipient.function().value(),
                    segment,
                    categories.get(segment),
                    control.name(),
                    Optional.empty(),
                    Optional.of(at.plus(text.urgent() ? URGENT : ORDINARY))))
        .toList();
  }
}
