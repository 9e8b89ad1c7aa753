package org.infoshare.routes.partner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.Rendering;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.Segment;
import org.infoshare.routes.error.GatewayErrors;
import org.infoshare.routes.road.Backoff;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Partner;
import org.infoshare.routes.road.Received;
import org.infoshare.routes.road.Road;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.ToSend;

/**
 * All that is the same for every partner: ids, errors, the one way in, the one way out. A subclass names its partner, its
 * mapping and its wire format, and, where the protocol wraps the bytes, how.
 *
 * @param <W> the partner's documents
 */
public abstract class PartnerRoute<W> extends EndpointRouteBuilder implements Partner {

  private final AgencyId partner;
  private final PartnerMapping<W> mapping;
  private final WireFormat<W> format;
  private final Road road;

  // Made once, when Camel starts: it is not cheap.
  private ProducerTemplate producer;

  protected PartnerRoute(String partner, PartnerMapping<W> mapping, WireFormat<W> format, Road road) {
    this.partner = new AgencyId(partner);
    this.mapping = mapping;
    this.format = format;
    this.road = road;
  }

  @Override
  public final void configure() {
    producer = getContext().createProducerTemplate();
    RouteDefinition door = from("{{partner." + partner + ".from}}").errorHandler(noErrorHandler());
    WayIn.through(door, partner.value(), this::received, this::takeIn);

    // Called by the delivery lane, which owns retries, unknown outcomes and holds. What it hands over has been decided,
    // composed, written and passed by the leak guard: these bytes and no others leave.
    RouteDefinition send =
        from(direct("send." + partner))
            .routeId("send." + partner)
            .errorHandler(noErrorHandler())
            .removeHeaders("*");
    wrap(send);
    send.to("{{partner." + partner + ".to}}").id("to." + partner);
  }

  /** What the protocol puts around the document. Nothing may be added here that the leak guard has not seen. */
  protected abstract void wrap(RouteDefinition send);

  @Override
  public final AgencyId id() {
    return partner;
  }

  @Override
  public final Set<Label> carries(CaseMessage message) {
    return mapping.carries(message);
  }

  @Override
  public final Written write(CaseMessage message, Labels labels) {
    Rendering<W> rendering = mapping.fromCanonical(message, labels);
    return new Written(format.mediaType(), format.write(rendering.wire()), rendering.notCarried());
  }

  @Override
  public final SendOutcome send(ToSend toSend) {
    Exchange answered =
        producer.send(
            "direct:send." + partner, exchange -> exchange.getMessage().setBody(toSend.bytes()));
    if (answered.getException() != null) {
      return GatewayErrors.outcome(answered.getException());
    }
    return bytes(answered)
        .flatMap(format::acknowledged)
        .<SendOutcome>map(said -> new SendOutcome.Delivered(said == WireFormat.Acknowledged.DUPLICATE))
        .orElse(new SendOutcome.Unknown("ANSWER_NOT_UNDERSTOOD"));
  }

  /** Empty if there are none, or if the answer breaks off: CXF reads it only now. */
  private static Optional<byte[]> bytes(Exchange answered) {
    try {
      return Optional.ofNullable(answered.getMessage().getBody(byte[].class));
    } catch (TypeConversionException cut) {
      return Optional.empty();
    }
  }

  @Override
  public final Backoff backoff() {
    var properties = getContext().getPropertiesComponent();
    return new Backoff(
        Duration.parse(properties.resolveProperty("partner." + partner + ".retry.first").orElse("PT1S")),
        Duration.parse(properties.resolveProperty("partner." + partner + ".retry.cap").orElse("PT5M")));
  }

  private Received received(Exchange exchange) {
    String path = exchange.getMessage().getHeader(Exchange.HTTP_URI, "", String.class);
    String door = path.substring(path.lastIndexOf('/') + 1);
    byte[] bytes = exchange.getMessage().getBody(byte[].class);
    return new Received(partner, door, bytes == null ? new byte[0] : bytes, road.now());
  }

  private Reply takeIn(Received received) {
    return format.answer(received, road.answered(received, () -> accepted(received)));
  }

  private Outcome accepted(Received received) {
    return switch (format.read(received)) {
      case Incoming.Document<W>(W document, List<Segment> unread) ->
          road.accept(received, UnreadParts.addedTo(mapping.toCanonical(document), unread));
      case Incoming.StatusQuestion<W>(MessageId id) -> road.state(partner, id);
    };
  }
}
