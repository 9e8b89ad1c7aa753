package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the routes behind the agencies' doors are up, nothing is received there, and the sender is
 * told so. The web server listens before they are: it would answer 404, or 200 to a message that
 * nobody keeps.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenWhenReady extends OncePerRequestFilter {

  private final Refusals refusals;
  private volatile boolean open;

  OpenWhenReady(Refusals refusals) {
    this.refusals = refusals;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    open = true;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    if (open || PartnerPath.of(request).isEmpty()) {
      rest.doFilter(request, response);
    } else {
      refusals.refuse(Refusal.NOT_RECEIVED, request, response);
    }
  }
}
