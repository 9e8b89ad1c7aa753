package org.infoshare.gateway.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection of a call that was answered before its body was read to the end. The web
 * server would wait for the rest, however slowly it comes, so as to use the connection again.
 */
final class UnreadBodies extends ValveBase {

  /** The request's attribute that says so. */
  static final String LEFT = UnreadBodies.class.getName() + ".left";

  UnreadBodies() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.getAttribute(LEFT) != null) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }
}
