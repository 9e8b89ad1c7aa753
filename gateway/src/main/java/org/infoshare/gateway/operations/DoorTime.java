package org.infoshare.gateway.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Times each call of a partner from the door to the end of its answer, as part {@code door.call}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DoorTime extends OncePerRequestFilter {

  private final RoadTimes times;

  DoorTime(RoadTimes times) {
    this.times = times;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest call) {
    return !call.getRequestURI().startsWith("/soap/")
        && !call.getRequestURI().startsWith("/agencies/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest call, HttpServletResponse answer, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    try {
      chain.doFilter(call, answer);
    } finally {
      times.took("door.call", System.nanoTime() - began);
    }
  }
}
