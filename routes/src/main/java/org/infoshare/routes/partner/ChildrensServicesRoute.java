package org.infoshare.routes.partner;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.camel.model.RouteDefinition;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.routes.road.Road;

/** Children's services of West Sussex, whose case system is Mosaic: SOAP 1.2 over HTTPS, both ways. */
@Named
public class ChildrensServicesRoute extends PartnerRoute<Document> {

  @Inject
  public ChildrensServicesRoute(Road road) {
    super("childrens-services", new ChildrensServicesMapping(), new ChildrensServicesFormat(), road);
  }

  @Override
  protected void wrap(RouteDefinition send) {
    send.setHeader(CxfConstants.OPERATION_NAMESPACE, constant(ChildrensServicesFormat.ANSWERS_NAMESPACE))
        .setHeader(CxfConstants.OPERATION_NAME).body(byte[].class, ChildrensServicesFormat::operation)
        .transform().body(byte[].class, ChildrensServicesFormat::payload);
  }
}
