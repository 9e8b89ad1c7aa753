package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.util.Map;
import org.infoshare.model.AgencyId;

/**
 * After how long a delivery that does not get through is told to a person. Tries go on after it.
 */
record Deadlines(Duration ordinary, Duration urgent, Map<String, Duration> partners) {

  Duration of(AgencyId partner, boolean isUrgent) {
    Duration own = partners.getOrDefault(partner.value(), ordinary);
    return isUrgent && urgent.compareTo(own) < 0 ? urgent : own;
  }
}
