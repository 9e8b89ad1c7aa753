package org.infoshare.gateway.ledger;

import org.infoshare.model.AgencyId;
import org.infoshare.model.Function;
import org.infoshare.model.Recipient;

/** A recipient as the database keeps it. */
record RecipientRow(String agency, String function) {

  static RecipientRow of(Recipient recipient) {
    return new RecipientRow(recipient.agency().value(), recipient.function().value());
  }

  Recipient recipient() {
    return new Recipient(new AgencyId(agency), new Function(function));
  }
}
