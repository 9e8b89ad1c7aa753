package org.infoshare.gateway.operations;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.infoshare.gateway.ledger.CallBacks;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.infoshare.gateway.ledger.FoundExcerpts;
import org.infoshare.gateway.ledger.HeldParts.Released;
import org.infoshare.gateway.ledger.KeptDecision;
import org.infoshare.gateway.ledger.OnePersonTwice;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.MessageKey;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The operators' pages. Every form says who does it, by the log-in, and why, in words of theirs.
 */
@Controller
@ForPeople
class PageController {

  private static final String WHAT_IS_LEFT =
      " What it then wants first, such as why it is proportionate, stands under To be done.";

  private final OverviewQueries queries;
  private final Desk desk;
  private final Ledger ledger;
  private final FoundExcerpts found;
  private final CallBacks callBacks;
  private final DecisionArchive decisions;
  private final Wording words;
  private final Clock clock;

  PageController(
      OverviewQueries queries,
      Desk desk,
      Ledger ledger,
      FoundExcerpts found,
      CallBacks callBacks,
      DecisionArchive decisions,
      Wording words,
      Clock clock) {
    this.queries = queries;
    this.desk = desk;
    this.ledger = ledger;
    this.found = found;
    this.callBacks = callBacks;
    this.decisions = decisions;
    this.words = words;
    this.clock = clock;
  }

  @ModelAttribute("toBeConfirmed")
  Set<String> toBeConfirmed() {
    return Desk.TO_BE_CONFIRMED;
  }

  private static final int PAGE = 50;

  @GetMapping("/operations")
  String overview(
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Overview overview = queries.overview(new Overview.Shown(list, page, PAGE));
    model.addAttribute("overview", overview);
    counts(overview.at(), overview.totals(), model);
    model.addAttribute("found", found.open());
    model.addAttribute("callBacks", callBacks.of(toRing(overview)));
    return "operations";
  }

  /** Immediate risks: those that nobody has, and those that nobody can decide. */
  private static List<UUID> toRing(Overview overview) {
    return Stream.concat(
            overview.escalations().stream().map(Overview.Escalation::message),
            overview.held().stream()
                .filter(Overview.HeldPart::undecided)
                .map(Overview.HeldPart::message))
        .toList();
  }

  /**
   * What the page fetches again by itself; the rest changes only when the reader asks, so nobody's
   * typing is lost.
   */
  @GetMapping("/operations/counts")
  String counts(Model model) {
    Instant now = clock.instant();
    counts(now, queries.totals(now), model);
    return "operations :: counts";
  }

  private static void counts(Instant at, Overview.Totals totals, Model model) {
    model.addAttribute("at", at);
    model.addAttribute("totals", totals);
  }

  @GetMapping("/operations/held/{id}")
  String held(@PathVariable UUID id, Authentication who, Model model) {
    Overview.HeldPart held = waiting(id);
    List<Overview.HeldPart> alike = alike(id, NamedPerson.of(who));
    // What a control stopped was to go together; what the policy holds is looked at part by part.
    List<UUID> with =
        held.stopped() ? alike.stream().map(Overview.HeldPart::id).toList() : List.of();
    model.addAttribute("answer", Answer.with(with));
    return heldPage(held, alike, model);
  }

  private String heldPage(UUID id, NamedPerson who, Model model) {
    return heldPage(waiting(id), alike(id, who), model);
  }

  private String heldPage(Overview.HeldPart held, List<Overview.HeldPart> alike, Model model) {
    CaseMessage message = ledger.undecided(new MessageKey(held.message())).message();
    var kept = new HashMap<UUID, Optional<KeptDecision>>();
    Function<Overview.HeldPart, HeldReason> reason =
        part ->
            HeldReason.of(
                part,
                message,
                part.decision().flatMap(id -> kept.computeIfAbsent(id, this::readable)),
                words);
    model.addAttribute("held", held);
    model.addAttribute("kept", held.decision().flatMap(id -> kept.computeIfAbsent(id, this::readable)));
    model.addAttribute("reason", reason.apply(held));
    model.addAttribute("found", found.ofHeldPart(held.id()).orElse(""));
    model.addAttribute("excerpt", Excerpt.of(message, new SegmentId(held.segment())));
    model.addAttribute(
        "alike",
        alike.stream()
            .map(
                part ->
                    new Alike(
                        part,
                        reason.apply(part),
                        Excerpt.of(message, new SegmentId(part.segment()))))
            .toList());
    return "held";
  }

  /** Another part that may be decided together with the one that is named. */
  record Alike(Overview.HeldPart part, HeldReason reason, Excerpt excerpt) {}

  /** A record that somebody changed keeps nobody from deciding. */
  private Optional<KeptDecision> readable(UUID decision) {
    try {
      return decisions.find(decision);
    } catch (UnreadableKey e) {
      return Optional.empty();
    }
  }

  private Overview.HeldPart waiting(UUID id) {
    return queries.held(id).orElseThrow(Desk.AlreadySettled::new);
  }

  /** Without those about which this person has said all that one person can. */
  private List<Overview.HeldPart> alike(UUID id, NamedPerson who) {
    return queries.alike(id).stream()
        .filter(part -> !part.firstBy().equals(Optional.of(who.account())))
        .toList();
  }

  @PostMapping(
      path = "/operations/held/{id}/release",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String release(
      @PathVariable UUID id,
      @Valid @ModelAttribute Answer answer,
      BindingResult faults,
      Authentication who,
      Model model,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      return heldPage(id, NamedPerson.of(who), model);
    }
    try {
      return done(next, said(desk.release(id, answer, NamedPerson.of(who)).values()));
    } catch (OnePersonTwice e) {
      faults.rejectValue(
          "reason", "one.person.twice", "You were the first: somebody else must confirm it");
      return heldPage(id, NamedPerson.of(who), model);
    }
  }

  private static String said(Collection<Released> come) {
    int first = Collections.frequency(come, Released.ONE_OF_TWO);
    int released = come.size() - first;
    if (released == 0) {
      return "You have said so: one of two. Somebody else must log in and confirm it.";
    }
    String all =
        released == 1
            ? "Released. The policy decides about it again, with your release." + WHAT_IS_LEFT
            : "Released: %d parts. The policy decides about them again, with your release.%s"
                .formatted(released, WHAT_IS_LEFT);
    return first == 0
        ? all
        : all
            + " Where somebody is to be found, you are one of two: somebody else must log in and"
            + " confirm it.";
  }

  @PostMapping(
      path = "/operations/held/{id}/refuse",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String refuse(
      @PathVariable UUID id,
      @Valid @ModelAttribute Answer answer,
      BindingResult faults,
      Authentication who,
      Model model,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      return heldPage(id, NamedPerson.of(who), model);
    }
    desk.refuse(id, answer, NamedPerson.of(who));
    return done(
        next,
        answer.with().isEmpty()
            ? "Refused. It stays behind, and the sender is told."
            : "Refused: %d parts. They stay behind, and the sender is told."
                .formatted(answer.with().size() + 1));
  }

  @PostMapping(
      path = "/operations/escalations/{id}/answer",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String answer(@PathVariable UUID id, Authentication who, RedirectAttributes next) {
    desk.answer(id, NamedPerson.of(who));
    return done(next, "You have it. Nobody else is told by e-mail.");
  }

  @PostMapping(
      path = "/operations/deliveries/{id}/try-now",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String tryNow(@PathVariable UUID id, RedirectAttributes next) {
    desk.tryNow(id);
    return done(next, "It is tried again now.");
  }

  @PostMapping(
      path = "/operations/attention/{id}/close",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String close(
      @PathVariable UUID id,
      @Valid @ModelAttribute Answer answer,
      BindingResult faults,
      Authentication who,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      return notDone(next, faults);
    }
    desk.close(id, answer, NamedPerson.of(who));
    return done(next, "Closed.");
  }

  @PostMapping(
      path = "/operations/obligations/{id}/meet",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String meet(
      @PathVariable UUID id,
      @Valid @ModelAttribute Answer answer,
      BindingResult faults,
      Authentication who,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      return notDone(next, faults);
    }
    try {
      return switch (desk.meet(id, answer, NamedPerson.of(who))) {
        case MET -> done(next, "Noted as done. What waited for nothing else goes on now.");
        case ONE_OF_TWO ->
            done(next, "You have said so: one of two. Somebody else must log in and confirm it.");
        case NOT_OPEN -> throw new Desk.AlreadySettled();
      };
    } catch (OnePersonTwice e) {
      return notDone(next, "You were the first: somebody else must confirm it");
    } catch (Desk.NotConfirmed e) {
      return notDone(next, "Tick the box if what stands beside it is so");
    }
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail findingNeeded(Desk.FindingNeeded e) {
    return e.problem();
  }

  private static String done(RedirectAttributes next, String said) {
    next.addFlashAttribute("done", said);
    return "redirect:/operations";
  }

  private static String notDone(RedirectAttributes next, BindingResult faults) {
    return notDone(next, faults.getAllErrors().getFirst().getDefaultMessage());
  }

  private static String notDone(RedirectAttributes next, String fault) {
    next.addFlashAttribute("fault", fault);
    return "redirect:/operations";
  }
}
