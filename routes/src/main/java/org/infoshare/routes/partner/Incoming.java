package org.infoshare.routes.partner;

import java.util.List;
import org.infoshare.model.MessageId;
import org.infoshare.model.Segment;

/** What a document turned out to be. */
public sealed interface Incoming<W> {

  /**
   * A message for the road.
   *
   * @param unread what had not the form that the contract asks for, where the message is urgent
   */
  record Document<W>(W document, List<Segment> unread) implements Incoming<W> {

    /** One of which everything could be read. */
    public Document(W document) {
      this(document, List.of());
    }
  }

  /** The sender asks what became of an earlier message. */
  record StatusQuestion<W>(MessageId id) implements Incoming<W> {}
}
