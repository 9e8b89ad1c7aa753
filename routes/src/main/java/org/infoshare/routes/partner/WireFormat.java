package org.infoshare.routes.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

  /** What the partner acknowledges, or empty if this is no acknowledgement of its contract: then nobody knows whether it has the message. */
  Optional<Acknowledged> acknowledged(byte[] answer);

  /** That the partner has a message. */
  enum Acknowledged {
    RECEIVED,
    /** It had it already. */
    DUPLICATE;

    static Optional<Acknowledged> of(String status) {
      return Arrays.stream(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(status)).findFirst();
    }
  }
}
