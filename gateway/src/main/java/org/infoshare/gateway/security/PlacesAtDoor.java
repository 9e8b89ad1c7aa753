package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no more messages in at once than this machine can well read and store; the others wait in
 * the order in which they came. After a restart every sender comes again at once: without this, the
 * lanes that a dead node left would go on late, since so many threads at the doors want the same
 * processors and connections.
 *
 * <p>Stands behind {@link BodyLimit}: whoever sends its body slowly takes nobody's place.
 */
final class PlacesAtDoor extends OncePerRequestFilter {

  private final Semaphore places;

  /**
   * @param atOnce how many messages are let in at once
   */
  PlacesAtDoor(int atOnce) {
    places = new Semaphore(atOnce, true);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    places.acquireUninterruptibly();
    try {
      rest.doFilter(request, response);
    } finally {
      places.release();
    }
  }
}
