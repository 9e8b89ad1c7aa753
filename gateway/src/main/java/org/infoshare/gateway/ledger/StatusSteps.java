package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.gateway.ledger.Statuses.Held;
import org.infoshare.gateway.ledger.Statuses.Sent;
import org.infoshare.routes.road.MessageState.PartState;
import org.infoshare.routes.road.MessageState.State;
import org.infoshare.routes.road.MessageState.Step;

/** What happened at one recipient after the decision, in the words that a sender is given. */
final class StatusSteps {

  /**
   * Of several deliveries the one that most needs to be known tells where the message stands; one
   * that was stopped does so where there is no other.
   */
  private static final List<String> RANKS =
      List.of(
          "answered",
          "delivered",
          "before_sending",
          "queued",
          "sending",
          "failed",
          "unknown",
          "refused",
          "stopped");

  private static final Set<String> ENDED_WITHOUT_DELIVERY = Set.of("stopped", "refused");
  private static final String MAY_HAVE_ARRIVED = "MAY_HAVE_ARRIVED";

  private StatusSteps() {}

  /**
   * In the order in which they happened.
   *
   * @param parts those that the sender may know of
   */
  static List<Step> of(Instant decidedAt, List<Sent> sent, List<Held> held, List<PartState> parts) {
    var steps = new ArrayList<Step>();
    var perhapsThere = perhapsThere(sent);
    Map<Boolean, List<Sent>> byStopped =
        sent.stream().collect(Collectors.partitioningBy(one -> one.state().equals("stopped")));
    boolean onItsWay = !byStopped.get(false).isEmpty();
    Optional<Sent> telling =
        byStopped.get(!onItsWay).stream()
            .max(
                Comparator.comparing((Sent one) -> RANKS.indexOf(one.state()))
                    .thenComparing(Sent::stateAt));
    held.stream()
        .filter(part -> part.state().equals("waiting"))
        .map(Held::heldAt)
        .max(Comparator.naturalOrder())
        .filter(at -> !onItsWay || parts.stream().anyMatch(part -> part.where().equals("held")))
        .ifPresent(at -> steps.add(new Step(State.HELD, at, rules(parts, "held"))));
    if (onItsWay) {
      if (steps.isEmpty()) {
        byStopped.get(true).stream()
            .filter(StatusSteps::aPersonHasIt)
            .max(Comparator.comparing(Sent::stateAt))
            .map(StatusSteps::withAPerson)
            .ifPresent(steps::add);
      }
      steps.addAll(delivery(telling.get()));
    } else if (steps.isEmpty()) {
      steps.add(ended(decidedAt, telling, parts));
    }
    return Stream.concat(perhapsThere.stream(), steps.stream())
        .sorted(Comparator.comparing(Step::at))
        .toList();
  }

  /** That it was stopped or refused does not undo a call before that may have arrived. */
  private static Optional<Step> perhapsThere(List<Sent> sent) {
    return sent.stream()
        .filter(one -> ENDED_WITHOUT_DELIVERY.contains(one.state()))
        .flatMap(one -> one.perhapsSince().stream())
        .max(Comparator.naturalOrder())
        .map(at -> new Step(State.UNKNOWN, at, List.of(MAY_HAVE_ARRIVED)));
  }

  private static List<Step> delivery(Sent sent) {
    List<String> lastError = sent.lastError().stream().toList();
    Step delivered =
        new Step(State.DELIVERED, sent.deliveredAt().orElse(sent.stateAt()), List.of());
    return switch (sent.state()) {
      case "delivered" -> List.of(delivered);
      case "answered" -> List.of(delivered, new Step(State.ANSWERED, sent.stateAt(), List.of()));
      case "unknown" -> List.of(new Step(State.UNKNOWN, sent.stateAt(), lastError));
      case "refused" -> List.of(new Step(State.REFUSED, sent.stateAt(), refusal(sent)));
      default -> List.of(new Step(State.WAITING, sent.stateAt(), lastError));
    };
  }

  /** Whoever reads only where it stands now is not to take it for a plain refusal. */
  private static List<String> refusal(Sent sent) {
    return Stream.concat(
            sent.lastError().stream(), sent.perhapsSince().map(at -> MAY_HAVE_ARRIVED).stream())
        .toList();
  }

  /** Nothing went and nothing waits by itself: by the policy it may not go, or a person has it. */
  private static Step ended(Instant decidedAt, Optional<Sent> stopped, List<PartState> parts) {
    return stopped.filter(StatusSteps::aPersonHasIt).isPresent()
        ? withAPerson(stopped.get())
        : new Step(
            State.REFUSED, stopped.map(Sent::stateAt).orElse(decidedAt), rules(parts, "out"));
  }

  private static boolean aPersonHasIt(Sent stopped) {
    return stopped.stopCode().filter(code -> !code.equals("NOTHING_MAY_GO")).isPresent();
  }

  private static Step withAPerson(Sent stopped) {
    return new Step(State.HELD, stopped.stateAt(), stopped.stopCode().stream().toList());
  }

  private static List<String> rules(List<PartState> parts, String where) {
    return parts.stream()
        .filter(part -> part.where().equals(where))
        .map(PartState::rule)
        .distinct()
        .sorted()
        .toList();
  }
}
