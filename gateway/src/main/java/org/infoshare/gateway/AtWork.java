package org.infoshare.gateway;

import java.util.Set;
import java.util.concurrent.Semaphore;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.routes.road.Backoff;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.Partner;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.ToSend;

/**
 * Lets no more lanes work at once than this machine can well do; one that waits for its partner
 * does not count. Many lanes may wait for slow partners, but as many that work would only wait for
 * the database and the policy engine, whose time limits run meanwhile. Urgent lanes have places of
 * their own.
 */
final class AtWork {

  private final Semaphore ordinary;
  private final Semaphore urgent;
  private final ThreadLocal<Semaphore> place = new ThreadLocal<>();

  /**
   * @param atOnce how many lanes of each rank
   */
  AtWork(int atOnce) {
    ordinary = new Semaphore(atOnce, true);
    urgent = new Semaphore(atOnce, true);
  }

  /** The same work, which begins when there is a place for it. */
  LaneWork of(LaneWork work) {
    return (ref, turn) -> {
      Semaphore places = turn.urgent() ? urgent : ordinary;
      places.acquireUninterruptibly();
      place.set(places);
      try {
        work.run(ref, turn);
      } finally {
        leave();
      }
    };
  }

  /**
   * The same partner, for whose answer nobody waits in a place that another lane could use. What
   * became of the attempt is then recorded without a place: it is short, and until it is done the
   * attempt would be unknown after a crash.
   */
  Partner of(Partner partner) {
    return new Partner() {
      @Override
      public AgencyId id() {
        return partner.id();
      }

      @Override
      public Set<Label> carries(CaseMessage message) {
        return partner.carries(message);
      }

      @Override
      public Written write(CaseMessage message, Labels labels) {
        return partner.write(message, labels);
      }

      @Override
      public SendOutcome send(ToSend toSend) {
        leave();
        return partner.send(toSend);
      }

      @Override
      public Backoff backoff() {
        return partner.backoff();
      }
    };
  }

  private void leave() {
    Semaphore places = place.get();
    if (places != null) {
      place.remove();
      places.release();
    }
  }
}
