package org.infoshare.routes.partner;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.hl7.fhir.r4.model.Consent;
import org.infoshare.mapping.fhir.FhirConsentMapping;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;
import org.infoshare.routes.road.Road;

/**
 * Consents in FHIR R4, from any agency that has them so: {@code POST [base]/Consent}, where the base is the agency's own,
 * {@code /agencies/<agency>/fhir}. There is no way out: no agency receives FHIR yet.
 */
@Named
public class FhirConsentRoute extends EndpointRouteBuilder {

  private final FhirDocuments documents = new FhirDocuments();
  private final Road road;

  @Inject
  public FhirConsentRoute(Road road) {
    this.road = road;
  }

  @Override
  public void configure() {
    RouteDefinition door =
        from("platform-http:/agencies/{agency}/fhir/Consent?httpMethodRestrict=POST").errorHandler(noErrorHandler());
    WayIn.through(door, "fhir-consent", this::received, this::takeIn);
  }

  /** The door has been passed with a token of the agency in the path. */
  private Received received(Exchange exchange) {
    var agency = new AgencyId(exchange.getMessage().getHeader("agency", String.class));
    byte[] bytes = exchange.getMessage().getBody(byte[].class);
    return new Received(agency, "Consent", bytes == null ? new byte[0] : bytes, road.now());
  }

  private Reply takeIn(Received received) {
    Outcome outcome = road.answered(received, () -> accepted(received));
    int status =
        switch (outcome) {
          case Outcome.Acknowledged acknowledged -> acknowledged.again() ? 200 : 201;
          case Outcome.Found ignored -> throw new IllegalStateException("status is asked elsewhere");
          case Outcome.Refused refused -> Reply.status(refused.fault());
        };
    return new Reply(status, FhirOutcome.MEDIA_TYPE, documents.write(outcome));
  }

  private Outcome accepted(Received received) {
    var consent = documents.read(received.bytes(), Consent.class);
    return road.accept(received, new FhirConsentMapping(received.from()).toCanonical(consent));
  }
}
