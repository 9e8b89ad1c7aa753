package org.infoshare.routes.road;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.infoshare.model.Category;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/** What became of a message, for its sender: only what the sender may know. */
public record MessageState(MessageId id, Instant acceptedAt, List<RecipientState> recipients) {

  public MessageState {
    recipients = List.copyOf(recipients);
  }

  /** The same, with what is said in words about each recipient. */
  public MessageState inWords(Map<Recipient, List<String>> words) {
    return new MessageState(
        id,
        acceptedAt,
        recipients.stream()
            .map(
                state ->
                    new RecipientState(
                        state.recipient(), state.steps(), state.parts(), words.getOrDefault(state.recipient(), List.of())))
            .toList());
  }

  /**
   * What became of it at one recipient.
   *
   * @param steps in the order in which they happened; the last is where it stands
   * @param parts what was decided of each part; a part held back for another agency's reason is not listed
   * @param reading the same in words, and what is to do by when; empty until something is decided
   */
  public record RecipientState(Recipient recipient, List<Step> steps, List<PartState> parts, List<String> reading) {

    public RecipientState {
      steps = List.copyOf(steps);
      parts = List.copyOf(parts);
      reading = List.copyOf(reading);
    }
  }

  /**
   * One step.
   *
   * @param reasons stable codes: of the policy's rules for held and refused, of the last error for waiting
   */
  public record Step(State state, Instant at, List<String> reasons) {

    public Step {
      reasons = List.copyOf(reasons);
    }
  }

  /** How far a message got. */
  public enum State {
    ACCEPTED,
    DECIDED,
    /** A part waits for a named person. */
    HELD,
    /** Nothing goes: by the policy, or by the recipient's own rules. */
    REFUSED,
    /** Queued, or to be tried again. */
    WAITING,
    /** It may have arrived: it is tried again under the same id. */
    UNKNOWN,
    DELIVERED,
    ANSWERED;

    /** As contracts write it, for example {@code delivered}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One part of the message.
   *
   * @param where goes, out or held
   * @param rule the reason's code
   */
  public record PartState(SegmentId segment, Category category, String where, String rule) {}
}
