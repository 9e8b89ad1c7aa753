package org.infoshare.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only a few messages in at once in the first seconds after the start; the others wait in the
 * order in which they came. A program that has just begun is slow, and every sender comes again at
 * once: without this, so many threads at the doors want its processors that the lanes which a dead
 * node left go on late.
 *
 * <p>Stands behind {@link BodyLimit}: whoever sends its body slowly takes nobody's place.
 */
final class PlacesAtDoor extends OncePerRequestFilter {

  private static final int NO_LIMIT = Integer.MAX_VALUE / 2;

  private final Semaphore places;
  private final Duration soon;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * @param atFirst how many messages are let in at once
   * @param soon for how long from the first message on; then as many as the server has threads
   */
  PlacesAtDoor(int atFirst, Duration soon) {
    this.places = new Semaphore(atFirst, true);
    this.soon = soon;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    if (begun.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(soon.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> places.release(NO_LIMIT));
    }
    places.acquireUninterruptibly();
    try {
      rest.doFilter(request, response);
    } finally {
      places.release();
    }
  }
}
