package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a body in whole up to the limit, whether or not its length was announced, and refuses what
 * is larger, forms, which no partner sends and which would be taken apart before anybody has read
 * the contract, and what is said to be in a charset that there is not.
 */
final class BodyLimit extends OncePerRequestFilter {

  /** The request's attribute that has the body. */
  static final String BODY = BodyLimit.class.getName() + ".body";

  private final int limit;
  private final Refusals refusals;

  BodyLimit(long limit, Refusals refusals) {
    this.limit = Math.toIntExact(limit);
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      refusals.refuse(Refusal.TOO_LARGE, request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      refusals.refuse(Refusal.TOO_LARGE, body, request, response);
      return;
    }
    if (isForm(request) || isInNoCharset(request)) {
      refusals.refuse(Refusal.NOT_UNDERSTOOD, body, request, response);
      return;
    }
    request.setAttribute(BODY, body);
    chain.doFilter(new ReadRequest(request, body), response);
  }

  /** Whatever reads the body would fail by it, as if it were a fault of ours. */
  private static boolean isInNoCharset(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).contains("charset")) {
      return false;
    }
    try {
      return MediaType.parseMediaType(type).getCharset() == null;
    } catch (IllegalArgumentException notOne) {
      return true;
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.startsWith("application/x-www-form-urlencoded")
            || type.startsWith("multipart/form-data"));
  }
}
