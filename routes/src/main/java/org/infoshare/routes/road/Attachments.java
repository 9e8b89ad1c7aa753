package org.infoshare.routes.road;

import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;

/** Looks at the first bytes of every attachment: one that is not what it says is refused. */
final class Attachments {

  private static final Tika TIKA = new Tika();
  private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

  private Attachments() {}

  static void check(CaseMessage message) {
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
    MediaType found = MediaType.parse(TIKA.detect(attachment.bytes(), attachment.fileName().map(Personal::value).orElse("")));
    if (said == null || found == null) {
      return false;
    }
    said = TYPES.normalize(said.getBaseType());
    found = TYPES.normalize(found.getBaseType());
    return said.equals(found) || TYPES.isSpecializationOf(found, said) || TYPES.isSpecializationOf(said, found);
  }
}
