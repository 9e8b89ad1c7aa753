package org.infoshare.gateway.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses an address with an empty step or a parameter in it before it is taken apart. The firewall
 * would refuse it too; where a servlet is mapped below such a step, Spring fails first.
 */
final class OddAddresses extends ValveBase {

  OddAddresses() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String address = request.getRequestURI();
    if (address.contains("//") || address.contains(";")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      getNext().invoke(request, response);
    }
  }
}
