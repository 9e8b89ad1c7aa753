package org.infoshare.routes.partner;

import org.infoshare.model.MessageId;

/** What a document turned out to be. */
public sealed interface Incoming<W> {

  /** A message for the road. */
  record Document<W>(W document) implements Incoming<W> {}

  /** The sender asks what became of an earlier message. */
  record StatusQuestion<W>(MessageId id) implements Incoming<W> {}
}
