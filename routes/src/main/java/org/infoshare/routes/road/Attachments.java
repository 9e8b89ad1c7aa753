package org.infoshare.routes.road;

import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Segment;

/**
 * Looks at the first bytes of every attachment, and believes them rather than its name: one that is not what it says is
 * refused. An urgent message is not: its attachments wait for a person in any case.
 */
final class Attachments {

  private static final Tika TIKA = new Tika();
  private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

  private Attachments() {}

  static void check(CaseMessage message) {
    if (message.envelope().risk().urgent()) {
      return;
    }
    for (Segment segment : message.segments()) {
      if (segment.content() instanceof Content.Unclassified attachment && attachment.fileName().isPresent() && !isWhatItSays(attachment)) {
        throw new MalformedMessage(
            MalformedMessage.Code.ATTACHMENT_MISLABELLED,
            "attachment/mediaType",
            "an attachment is not of the media type that it names; send it again under its own");
      }
    }
  }

  private static boolean isWhatItSays(Content.Unclassified attachment) {
    MediaType said = MediaType.parse(attachment.mediaType());
    if (said == null) {
      return false;
    }
    said = TYPES.normalize(said.getBaseType());
    MediaType found = TYPES.normalize(MediaType.parse(TIKA.detect(attachment.bytes())).getBaseType());
    // Every type is a kind of octet-stream, which is what is found in bytes that nobody recognises.
    if (found.equals(MediaType.OCTET_STREAM) || said.equals(MediaType.OCTET_STREAM)) {
      return said.equals(found);
    }
    return said.equals(found) || TYPES.isSpecializationOf(said, found) || TYPES.isSpecializationOf(found, said);
  }
}
