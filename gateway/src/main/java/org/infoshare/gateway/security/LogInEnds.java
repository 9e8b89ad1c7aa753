package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a log-in: at the latest so long after it began, since roles are read only then, and before
 * that once nobody did anything for the time that a session lasts. What the page fetches by itself
 * is nobody's doing.
 */
final class LogInEnds extends OncePerRequestFilter {

  private static final String FETCHED_BY_ITSELF = "/operations/counts";
  private static final String LAST_DONE = LogInEnds.class.getName();
  private static final String LOGGED_OUT =
      """
      <div id="counts" class="govuk-warning-text" role="alert">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">Warning</span>
          You are logged out. <a class="govuk-link" href="/operations">Log in again</a> to see what waits now.
        </strong>
      </div>
      """;

  private final Duration longest;
  private final InstantSource clock;

  LogInEnds(Duration longest, InstantSource clock) {
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain further)
      throws ServletException, IOException {
    boolean byItself = request.getRequestURI().equals(FETCHED_BY_ITSELF);
    var session = Optional.ofNullable(request.getSession(false)).filter(one -> loggedIn().isPresent());
    if (session.isPresent() && isOver(loggedIn().get(), session.get())) {
      new SecurityContextLogoutHandler()
          .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    } else if (!byItself) {
      session.ifPresent(open -> open.setAttribute(LAST_DONE, clock.instant()));
    }
    if (byItself && loggedIn().isEmpty() && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().write(LOGGED_OUT);
    } else {
      further.doFilter(request, response);
    }
  }

  private static Optional<OidcUser> loggedIn() {
    return SecurityContextHolder.getContext().getAuthentication()
                instanceof OAuth2AuthenticationToken token
            && token.getPrincipal() instanceof OidcUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  private boolean isOver(OidcUser user, HttpSession session) {
    Instant now = clock.instant();
    var idle = Duration.ofSeconds(session.getMaxInactiveInterval());
    return !now.isBefore(user.getIssuedAt().plus(longest))
        || session.getAttribute(LAST_DONE) instanceof Instant last
            && idle.isPositive()
            && !now.isBefore(last.plus(idle));
  }
}
