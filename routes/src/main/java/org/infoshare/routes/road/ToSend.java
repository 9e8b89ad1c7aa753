package org.infoshare.routes.road;

import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;

/**
 * Finished bytes for one partner: decided, composed, written and passed by the leak guard. These and no others leave.
 *
 * @param mediaType of the document
 */
public record ToSend(MessageId id, Recipient recipient, String mediaType, byte[] bytes) {

  @Override
  public String toString() {
    return "ToSend[" + id + " to " + recipient + ", " + bytes.length + " bytes]";
  }
}
