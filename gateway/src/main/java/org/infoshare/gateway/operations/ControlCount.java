package org.infoshare.gateway.operations;

import io.micrometer.core.instrument.MeterRegistry;
import org.infoshare.routes.road.Finding;
import org.infoshare.routes.road.FindingCount;
import org.springframework.stereotype.Component;

/**
 * How often the controls stop something: by control, the kind of value, the shape in which it stood
 * and the format of the document. Nothing of a message.
 */
@Component
public final class ControlCount implements FindingCount {

  private static final String METER = "control.stops";

  private final MeterRegistry registry;

  ControlCount(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void found(Finding finding, String mediaType) {
    registry
        .counter(
            METER,
            "control",
            finding.control().name(),
            "kind",
            finding.kind(),
            "shape",
            finding.shape(),
            "format",
            mediaType.replaceFirst(";.*", "").strip())
        .increment();
  }
}
