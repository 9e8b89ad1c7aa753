package org.infoshare.routes.partner;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Content;
import org.infoshare.model.Handling;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;

/**
 * What had not the form that its contract asks for, in an urgent message: the message goes on without it, and it waits as an
 * unclassified part for a person.
 */
final class UnreadParts {

  /** What an agency writes for a name that could not be read. */
  static final String NO_NAME = "(could not be read)";

  /** What counts as the type of a file whose own could not be read. */
  static final String NO_MEDIA_TYPE = "application/octet-stream";

  private static final Pattern REF = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  private record Part(PersonId about, String text) {}

  private final List<Part> parts = new ArrayList<>();

  /**
   * @param where the field of the contract
   * @param received what stood there
   */
  void add(PersonId about, String where, String received) {
    parts.add(new Part(about, where + "\n" + received));
  }

  List<Segment> segments(LocalDate writtenOn) {
    Map<PersonId, Integer> counts = new HashMap<>();
    return parts.stream().map(part -> segment(part, counts.merge(part.about(), 1, Integer::sum), writtenOn)).toList();
  }

  private static Segment segment(Part part, int count, LocalDate writtenOn) {
    return new Segment(
        new SegmentId(part.about() + "-unread" + (count == 1 ? "" : "-" + count)),
        part.about(),
        Standing.OPINION,
        writtenOn,
        Handling.PLAIN,
        new Content.Unclassified(Optional.empty(), "text/plain", part.text().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A ref of another form becomes one of ours, the same wherever it stands in whatever message: who is meant stays as the
   * sender says.
   */
  static String ref(String received) {
    return REF.matcher(received).matches()
        ? received
        : "ref-" + UUID.nameUUIDFromBytes(received.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 18);
  }

  static CaseMessage addedTo(CaseMessage message, List<Segment> unread) {
    if (unread.isEmpty()) {
      return message;
    }
    List<Segment> all = Stream.concat(message.segments().stream(), unread.stream()).toList();
    return switch (message) {
      case Referral referral -> new Referral(referral.envelope(), all);
      case ReferralAnswer answer -> new ReferralAnswer(answer.envelope(), all);
      case ConsentRecord consent -> throw neverUrgent(consent);
      case Recall recall -> throw neverUrgent(recall);
      case RecallConfirmation confirmation -> throw neverUrgent(confirmation);
    };
  }

  private static IllegalStateException neverUrgent(CaseMessage message) {
    return new IllegalStateException("never urgent, and so never read in part: " + message.kind());
  }
}
