package org.infoshare.routes.partner;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.routes.road.Road;

/** Change Grow Live, the drug and alcohol service: JSON over HTTPS, both ways. */
@Named
public class CglRoute extends PartnerRoute<CglDocument> {

  @Inject
  public CglRoute(Road road) {
    super("cgl", new CglMapping(), new CglFormat(), road);
  }

  @Override
  protected void wrap(RouteDefinition send) {
    send.setHeader(Exchange.HTTP_METHOD, constant("POST"))
        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
        .setHeader(Exchange.HTTP_PATH).body(byte[].class, CglFormat::path);
  }
}
