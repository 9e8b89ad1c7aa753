package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.routes.road.Control;
import org.infoshare.routes.road.Finding;

/** What a control found, as the ledger keeps it: its excerpt under the case's key, the rest in codes and places. */
record SealedFinding(UUID keyId, byte[] excerpt) {

  /** Empty if there is nothing to show. */
  static Optional<SealedFinding> of(Finding finding, UUID delivery, CaseKey key) {
    return finding
        .excerpt()
        .map(text -> text.value().getBytes(StandardCharsets.UTF_8))
        .map(text -> new SealedFinding(key.id(), key.content().seal(text, Places.excerpt(delivery))));
  }

  /** As what it is put before a person. */
  static String attention(Control control) {
    return switch (control) {
      case GUARD -> "guard_hit";
      case ADDRESS_AGE -> "address_age";
      case CONTACT_SAFETY -> "contact_safety";
      case FORMAT -> "label_not_carried";
    };
  }

  static String detail(Finding finding) {
    return finding.kind() + " at " + finding.where();
  }
}
