package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows how many messages are being received at the agencies' doors at this moment. A message that
 * is not acknowledged yet is nowhere but in its sender's hands, so receiving goes before ordinary
 * work that waits safely on disk.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DoorTraffic extends OncePerRequestFilter {

  private static final int AT_ONCE_FOR_EACH_PROCESSOR = 2;

  private final AtomicInteger inside = new AtomicInteger();
  private final int busy = AT_ONCE_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();

  /** Whether more is being received at once than this machine's processors can well do at once. */
  public boolean isBusy() {
    return inside.get() > busy;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return PartnerPath.of(request).isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    inside.incrementAndGet();
    try {
      rest.doFilter(request, response);
    } finally {
      inside.decrementAndGet();
    }
  }
}
