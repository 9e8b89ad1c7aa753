package org.infoshare.routes.road;

import java.util.Optional;
import org.infoshare.model.AgencyId;

/** The agencies that this gateway knows, with or without an agreement in force. */
public interface Agencies {

  Optional<AgencyProfile> find(AgencyId id);
}
