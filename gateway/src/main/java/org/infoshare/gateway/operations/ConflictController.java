package org.infoshare.gateway.operations;

import static org.infoshare.gateway.security.Problems.problem;

import java.util.UUID;
import org.infoshare.gateway.ledger.Conflict;
import org.infoshare.gateway.ledger.Conflicts;
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
 * Two different messages under one id, as a page and as JSON. Whom to ring is for the duty team.
 */
@Controller
@ForPeople
@RequestMapping("/operations/conflicts")
class ConflictController {

  private static final class NoSuchConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Conflicts conflicts;

  ConflictController(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  @GetMapping("/{id}")
  String page(@PathVariable UUID id, Authentication who, Model model) {
    model.addAttribute("conflict", conflict(id, who));
    return "conflict";
  }

  @GetMapping("/{id}.json")
  @ResponseBody
  Conflict json(@PathVariable UUID id, Authentication who) {
    return conflict(id, who);
  }

  private Conflict conflict(UUID id, Authentication who) {
    Conflict conflict = conflicts.find(id).orElseThrow(NoSuchConflict::new);
    return NamedPerson.of(who).duty() ? conflict : conflict.withoutSender();
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail noSuchConflict(NoSuchConflict e) {
    return problem(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_CONFLICT",
        "No such messages",
        "Take the address from the list of what waits.");
  }
}
