package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes a body in whole up to the limit, whether or not its length was announced, and refuses what is larger. */
final class BodyLimit extends OncePerRequestFilter {

  private final int limit;
  private final Refusals refusals;

  BodyLimit(long limit, Refusals refusals) {
    this.limit = Math.toIntExact(limit);
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
    chain.doFilter(new ReadRequest(request, body), response);
  }
}
