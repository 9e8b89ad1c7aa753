package org.infoshare.gateway.readings;

import static org.infoshare.gateway.security.Problems.problem;

import java.util.List;
import java.util.UUID;
import org.infoshare.gateway.ledger.Endings;
import org.infoshare.gateway.ledger.PersonsHeard;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.gateway.operations.ForPeople;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * One decision with its three readings, as a page and as JSON; the duty team reads the sender's only.
 */
@Controller
@ForPeople
@RequestMapping("/operations/decisions")
class DecisionController {

  private static final class NoSuchDecision extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Readings readings;
  private final Endings endings;
  private final PersonsHeard heard;

  DecisionController(Readings readings, Endings endings, PersonsHeard heard) {
    this.readings = readings;
    this.endings = endings;
    this.heard = heard;
  }

  @GetMapping("/{id}")
  String page(@PathVariable UUID id, Authentication who, Model model) {
    model.addAttribute("decision", readings(id, who));
    boolean all = NamedPerson.of(who).readsAllOfDecisions();
    model.addAttribute("endings", all ? endings.of(id) : List.of());
    model.addAttribute("heard", all ? heard.of(id) : List.of());
    return "decision";
  }

  @GetMapping("/{id}.json")
  @ResponseBody
  DecisionReadings json(@PathVariable UUID id, Authentication who) {
    return readings(id, who);
  }

  private DecisionReadings readings(UUID id, Authentication who) {
    DecisionReadings all = readings.of(id).orElseThrow(NoSuchDecision::new);
    return NamedPerson.of(who).readsAllOfDecisions() ? all : all.forDuty();
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail noSuchDecision(NoSuchDecision e) {
    return problem(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_DECISION",
        "No such decision",
        "Take the id from the operators' page.");
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail changed(UnreadableKey e) {
    return problem(
        HttpStatus.CONFLICT,
        "RECORD_CHANGED",
        "The record cannot be read",
        "It was changed or moved since it was written. Tell information governance.");
  }
}
