package org.infoshare.mapping.cgl;

import java.time.Instant;
import java.util.List;

/** Parts of an earlier referral are to be used no longer. Repeats nothing of what they said. */
public record CglRecall(
    String id,
    Instant sentAt,
    String recalledMessage,
    CglReferral.Origin from,
    String whatToDo,
    List<Part> parts)
    implements CglDocument {

  public record Part(String about, String category) {}
}
