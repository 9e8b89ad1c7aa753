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
 * Lets only so many messages in at once; the others wait in the order in which they came, up
 * to so many. The web server has more threads than that, so that pages and the question whether this
 * gateway is ready are answered however many messages come.
 *
 * <p>In the first seconds after the start there are but a few places. A program that has just begun
 * is slow, and every sender comes again at once: without this, so many threads at the doors want its
 * processors that the lanes which a dead node left go on late.
 *
 * <p>Stands behind {@link BodyLimit}: whoever sends its body slowly takes nobody's place.
 */
final class PlacesAtDoor extends OncePerRequestFilter {

  private final Semaphore places;
  private final Duration soon;
  private final int more;
  private final int waitingAtMost;
  private final Refusals refusals;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * @param atFirst how many messages are let in at once
   * @param soon for how long from the first message on
   * @param later how many then, at least as many
   * @param waitingAtMost about how many; more are told to come again
   */
  PlacesAtDoor(int atFirst, Duration soon, int later, int waitingAtMost, Refusals refusals) {
    this.places = new Semaphore(atFirst, true);
    this.soon = soon;
    this.more = later - atFirst;
    this.waitingAtMost = waitingAtMost;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    if (begun.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(soon.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> places.release(more));
    }
    if (waiting() >= waitingAtMost) {
      refusals.refuse(Refusal.NOT_RECEIVED, request, response);
      return;
    }
    places.acquireUninterruptibly();
    try {
      rest.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  /** About how many wait for a place. */
  int waiting() {
    return places.getQueueLength();
  }
}
