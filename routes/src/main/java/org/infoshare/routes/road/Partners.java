package org.infoshare.routes.road;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infoshare.model.AgencyId;

/** The agencies that a route exists for. */
public final class Partners {

  private final Map<AgencyId, Partner> byId;

  public Partners(Collection<? extends Partner> partners) {
    byId = partners.stream().collect(Collectors.toUnmodifiableMap(Partner::id, Function.identity()));
  }

  /** @throws IllegalStateException if no route is there for an agency that the directory knows */
  public Partner get(AgencyId id) {
    Partner partner = byId.get(id);
    if (partner == null) {
      throw new IllegalStateException("no route for agency " + id);
    }
    return partner;
  }
}
