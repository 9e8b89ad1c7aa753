package org.infoshare.routes.road;

import java.util.Set;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.SegmentId;

/** One agency as the road sees it: how a message is written for it, and how finished bytes are sent. */
public interface Partner {

  AgencyId id();

  /**
   * The labels that the partner's form has a place for in this message.
   *
   * @throws org.infoshare.mapping.NoSuchDocument if it is not written at all
   */
  Set<Label> carries(CaseMessage message);

  /** Writes a message in the partner's form. */
  Written write(CaseMessage message, Labels labels);

  /** Sends finished bytes and says what became of them; never throws for what a partner or a network does. */
  SendOutcome send(ToSend toSend);

  /** How long to wait between tries. */
  Backoff backoff();

  /** Bytes in the partner's form, and the segments that it has no place for. */
  record Written(String mediaType, byte[] bytes, Set<SegmentId> notCarried) {}
}
