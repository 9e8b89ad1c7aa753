package org.infoshare.gateway.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agency whose door a call knocks at: {@code /soap/<agency>} or {@code /agencies/<agency>/…}.
 *
 * @param soap whether that door speaks SOAP
 * @param fhir whether it speaks FHIR
 */
record PartnerPath(String agency, boolean soap, boolean fhir) {

  private static final Pattern DOOR =
      Pattern.compile("/(soap|agencies)/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(/.*)?");

  static Optional<PartnerPath> of(HttpServletRequest request) {
    // In the dispatch that answers an error, the address is that of the error page.
    Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Matcher door = DOOR.matcher(before instanceof String uri ? uri : request.getRequestURI());
    return door.matches()
        ? Optional.of(
            new PartnerPath(
                door.group(2),
                door.group(1).equals("soap"),
                door.group(3) != null && door.group(3).startsWith("/fhir/")))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return agency;
  }
}
