package org.infoshare.routes.road;

import java.util.List;
import java.util.Map;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Recipient;

/** A message's status in words, for its sender. */
@FunctionalInterface
public interface StatusInWords {

  /**
   * Sentences for each recipient about whom something was decided, or nobody could decide. They say no more than the status does.
   */
  Map<Recipient, List<String>> of(AgencyId sender, MessageState state);
}
