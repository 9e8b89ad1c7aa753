package org.infoshare.routes.partner;

import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;

/**
 * Bytes to one partner's documents and back, and how that partner's protocol answers.
 *
 * @param <W> the partner's documents
 */
public interface WireFormat<W> {

  /** @throws org.infoshare.mapping.MalformedMessage with words that are safe to send back */
  Incoming<W> read(Received received);

  byte[] write(W document);

  /** Of what {@link #write} writes. */
  String mediaType();

  /** Acknowledged, the first outcome again, refused, the state of a message: in the partner's own kind of answer. */
  Reply answer(Received received, Outcome outcome);

  /** Whether the partner's positive answer says that it had the message already. */
  boolean saysDuplicate(byte[] answer);
}
