package org.infoshare.gateway.governance;

import jakarta.validation.Valid;
import java.util.List;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.gateway.governance.Changes.InForce;
import org.infoshare.gateway.governance.Changes.Kind;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.RevisionMoved;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.gateway.security.Problems;
import org.infoshare.model.AgencyId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tables and agreements, and their changes, as JSON. A change holds from the moment at which this
 * answers: no node decides by an older revision from then on.
 */
@RestController
@RequestMapping("/governance")
class GovernanceController {

  /** The revision that is in force after a change. */
  record Activated(String revision) {}

  private final Changes changes;
  private final History history;

  GovernanceController(Changes changes, History history) {
    this.changes = changes;
    this.history = history;
  }

  @GetMapping
  PolicyRevision active() {
    return changes.active();
  }

  @GetMapping("/agreements/{agency}")
  InForce agreement(@PathVariable AgencyId agency) {
    return changes.inForce(Kind.AGREEMENTS, agency.value());
  }

  @GetMapping("/tables/{name}")
  InForce table(@PathVariable String name) {
    return changes.inForce(Kind.TABLES, name);
  }

  /** Every revision, the newest first. */
  @GetMapping("/history")
  History.Listed history(@RequestParam(defaultValue = "1") int page) {
    return history.page(page);
  }

  /** A revision, and what it changed of the one before. */
  @GetMapping("/history/{revision}")
  History.Step step(@PathVariable String revision) {
    return history.step(revision);
  }

  /** What a change would take out and put in; nothing is put in force. */
  @PostMapping("/agreements/{agency}/check")
  LineDiff check(@PathVariable AgencyId agency, @Valid @RequestBody Change change) {
    return changes.check(Kind.AGREEMENTS, agency.value(), change);
  }

  @PostMapping("/tables/{name}/check")
  LineDiff check(@PathVariable String name, @Valid @RequestBody Change change) {
    return changes.check(Kind.TABLES, name, change);
  }

  @PutMapping("/agreements/{agency}")
  Activated agreement(
      @PathVariable AgencyId agency, @Valid @RequestBody Change change, Authentication who) {
    return new Activated(
        changes.make(Kind.AGREEMENTS, agency.value(), change, NamedPerson.of(who)));
  }

  @PutMapping("/tables/{name}")
  Activated table(
      @PathVariable String name, @Valid @RequestBody Change change, Authentication who) {
    return new Activated(changes.make(Kind.TABLES, name, change, NamedPerson.of(who)));
  }

  /** With whose change came in between; what was sent is still with whoever sent it. */
  @ExceptionHandler
  ProblemDetail changedMeanwhile(RevisionMoved e) {
    ProblemDetail problem =
        Problems.problem(
            HttpStatus.CONFLICT,
            "CHANGED_MEANWHILE",
            "Somebody else changed the tables or agreements meanwhile",
            "Nothing of yours was put in force. Read what is in force now, make your change from it,"
                + " and name its revision.");
    PolicyRevision now = e.inForce();
    problem.setProperty("revision", now.revision());
    problem.setProperty("by", now.by());
    problem.setProperty("at", now.activatedAt());
    problem.setProperty("why", now.why());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail nothingChanged(NothingChanged e) {
    return Problems.problem(
        HttpStatus.CONFLICT,
        "NOTHING_CHANGED",
        "Nothing is changed",
        "What was sent says what is in force already. No revision was made.");
  }

  @ExceptionHandler
  ProblemDetail noSuchContent(NoSuchContent e) {
    return NoSuchContent.problem();
  }

  @ExceptionHandler
  ProblemDetail notInForm(InvalidPolicyTable e) {
    return problem("NOT_IN_FORM", "The content is not in the form of its table", e.faults());
  }

  @ExceptionHandler
  ProblemDetail incomplete(MethodArgumentNotValidException e) {
    return problem(
        "INCOMPLETE",
        "Something is missing",
        e.getFieldErrors().stream()
            .map(error -> error.getField() + ": " + error.getDefaultMessage())
            .toList());
  }

  private static ProblemDetail problem(String code, String title, List<String> faults) {
    ProblemDetail problem =
        Problems.problem(
            HttpStatus.BAD_REQUEST,
            code,
            title,
            "Nothing was changed. Mend what is listed and send it again.");
    problem.setProperty("faults", faults);
    return problem;
  }
}
