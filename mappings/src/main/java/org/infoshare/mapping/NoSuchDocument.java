package org.infoshare.mapping;

import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;

/** A partner receives no document for this kind of message; sending it is a person's task. */
public final class NoSuchDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchDocument(AgencyId partner, CaseMessage message) {
    super(partner + " receives no document for a " + message.kind());
  }
}
