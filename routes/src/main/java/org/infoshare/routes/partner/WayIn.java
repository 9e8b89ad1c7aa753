package org.infoshare.routes.partner;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.infoshare.routes.road.Received;

/** The one way in, from the door to the answer, whoever comes. */
final class WayIn {

  private WayIn() {}

  /**
   * @param name of the route's steps, in logs, metrics and diagrams
   * @param takeIn answers whatever came; what breaks is an answer too
   */
  static void through(
      RouteDefinition door, String name, Function<Exchange, Received> received, Function<Received, Reply> takeIn) {
    door.routeId("receive." + name)
        .transform().exchange(received::apply).id("received." + name)
        // Headers stop at the door: Camel would carry the sender's token on to a recipient.
        .removeHeaders("*")
        .transform().body(Received.class, takeIn::apply).id("accept." + name)
        .process(WayIn::reply).id("answer." + name);
  }

  private static void reply(Exchange exchange) {
    Reply reply = exchange.getMessage().getBody(Reply.class);
    exchange.getMessage().setBody(reply.body());
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, reply.httpStatus());
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, reply.mediaType());
  }
}
