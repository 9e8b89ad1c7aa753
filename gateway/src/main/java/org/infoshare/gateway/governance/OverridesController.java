package org.infoshare.gateway.governance;

import static org.infoshare.gateway.security.Problems.problem;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.AlsoSaid;
import org.infoshare.gateway.ledger.OverrideReviews;
import org.infoshare.gateway.ledger.OverrideReviews.ToReview;
import org.infoshare.gateway.ledger.Signatory;
import org.infoshare.gateway.operations.ForPeople;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.gateway.security.Roles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Overrides that wait for their review by a second person (O5), as a page and as JSON. What a named
 * person does not uphold is recalled from whoever got it.
 */
@Controller
@ForPeople
class OverridesController {

  private static final int MOST = 500;

  /**
   * An override as it is listed.
   *
   * @param id to review it by
   * @param reference the sender's id of the message
   */
  record OverrideToReview(
      UUID id,
      UUID message,
      String reference,
      String sender,
      String recipient,
      UUID decision,
      Instant since,
      Optional<Instant> due) {

    static OverrideToReview of(ToReview review) {
      var recipient = review.recipient();
      return new OverrideToReview(
          review.id(),
          review.message(),
          review.reference(),
          review.sender(),
          recipient.agency() + "/" + recipient.function(),
          review.decision(),
          review.since(),
          review.due());
    }
  }

  private static final class NotWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final String REVIEWED_BEFORE = "Somebody reviewed it before.";

  private final OverrideReviews reviews;

  OverridesController(OverrideReviews reviews) {
    this.reviews = reviews;
  }

  @GetMapping("/operations/overrides")
  String page(Model model) {
    model.addAttribute("overrides", json());
    return "overrides";
  }

  @GetMapping("/operations/overrides.json")
  @ResponseBody
  List<OverrideToReview> json() {
    return reviews.open(MOST).stream().map(OverrideToReview::of).toList();
  }

  @PostMapping(
      path = "/operations/overrides/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String review(
      @PathVariable UUID id,
      @Valid @ModelAttribute ReviewFinding finding,
      BindingResult faults,
      Authentication who,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      next.addFlashAttribute("fault", faults.getAllErrors().getFirst().getDefaultMessage());
    } else if (recorded(id, finding, who)) {
      next.addFlashAttribute(
          "done", finding.upheld() ? "Upheld." : "Not upheld: what went by it is recalled.");
    } else {
      next.addFlashAttribute("fault", REVIEWED_BEFORE);
    }
    return "redirect:/operations/overrides";
  }

  @PostMapping(
      path = "/operations/overrides/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void review(@PathVariable UUID id, @Valid @RequestBody ReviewFinding finding, Authentication who) {
    if (!recorded(id, finding, who)) {
      throw new NotWaiting();
    }
  }

  /** False if somebody reviewed it before. */
  private boolean recorded(UUID id, ReviewFinding finding, Authentication who) {
    var person = NamedPerson.of(who);
    var by = new Signatory(person.account(), person.name(), Roles.GOVERNANCE);
    var besides = AlsoSaid.of(finding.consulted(), finding.dissent(), false);
    return reviews.review(id, finding.upheld(), by, finding.reason(), besides);
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail notWaiting(NotWaiting e) {
    return problem(
        HttpStatus.CONFLICT,
        "ALREADY_SETTLED",
        "It waits no more",
        REVIEWED_BEFORE + " Look at the list again.");
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail incomplete(MethodArgumentNotValidException e) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "INCOMPLETE",
        "Something is missing",
        e.getFieldErrors().getFirst().getDefaultMessage() + ".");
  }
}
