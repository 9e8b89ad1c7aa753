package org.infoshare.gateway.operations;

import static org.infoshare.gateway.ledger.HeldParts.Released.ONE_OF_TWO;
import static org.infoshare.gateway.ledger.HeldParts.Released.RELEASED;
import static org.infoshare.gateway.security.Problems.problem;

import jakarta.validation.Valid;
import java.util.UUID;
import org.infoshare.gateway.ledger.OnePersonTwice;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operators' page as JSON, for scripts that show a person's token. */
@RestController
class DeskController {

  private final OverviewQueries queries;
  private final Desk desk;

  DeskController(OverviewQueries queries, Desk desk) {
    this.queries = queries;
    this.desk = desk;
  }

  private static final int PAGE = 200;

  /** With the first page of every list, or of one of them another, which is named. */
  @GetMapping("/operations.json")
  Overview overview(
      @RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "1") int page) {
    return queries.overview(new Overview.Shown(list, page, PAGE));
  }

  /**
   * What has become of it: {@code RELEASED}, {@code MET}, or {@code ONE_OF_TWO} if it waits for a
   * second person, or something does that was decided with it.
   */
  record Said(Enum<?> outcome) {}

  @PostMapping(path = "/operations/held/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  Said release(@PathVariable UUID id, @Valid @RequestBody Answer answer, Authentication who) {
    var come = desk.release(id, answer, NamedPerson.of(who));
    return new Said(come.containsValue(ONE_OF_TWO) ? ONE_OF_TWO : RELEASED);
  }

  @PostMapping(path = "/operations/held/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable UUID id, @Valid @RequestBody Answer answer, Authentication who) {
    desk.refuse(id, answer, NamedPerson.of(who));
  }

  @PostMapping(
      path = "/operations/escalations/{id}/answer",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable UUID id, Authentication who) {
    desk.answer(id, NamedPerson.of(who));
  }

  @PostMapping(
      path = "/operations/deliveries/{id}/try-now",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void tryNow(@PathVariable UUID id) {
    desk.tryNow(id);
  }

  @PostMapping(
      path = "/operations/attention/{id}/close",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable UUID id, @Valid @RequestBody Answer answer, Authentication who) {
    desk.close(id, answer, NamedPerson.of(who));
  }

  @PostMapping(
      path = "/operations/obligations/{id}/meet",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Said meet(@PathVariable UUID id, @Valid @RequestBody Answer answer, Authentication who) {
    return new Said(desk.meet(id, answer, NamedPerson.of(who)));
  }

  @GetMapping("/operations/matches/{a}/{b}.json")
  MatchPage match(@PathVariable UUID a, @PathVariable UUID b, Authentication who) {
    return desk.match(a, b, NamedPerson.of(who));
  }

  @PostMapping(
      path = "/operations/matches/{a}/{b}/{said:same|different}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settle(
      @PathVariable UUID a,
      @PathVariable UUID b,
      @PathVariable String said,
      @Valid @RequestBody Answer answer,
      Authentication who) {
    desk.settle(a, b, said, answer, NamedPerson.of(who));
  }

  @ExceptionHandler
  ProblemDetail findingNeeded(Desk.FindingNeeded e) {
    return e.problem();
  }

  @ExceptionHandler
  ProblemDetail alreadySettled(Desk.AlreadySettled e) {
    return e.problem();
  }

  @ExceptionHandler
  ProblemDetail onePersonTwice(OnePersonTwice e) {
    return problem(
        HttpStatus.CONFLICT,
        "ONE_PERSON_TWICE",
        "Two people are needed",
        "You were the first. Ask somebody else of the duty team to log in and confirm it.");
  }

  @ExceptionHandler
  ProblemDetail notConfirmed(Desk.NotConfirmed e) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "NOT_CONFIRMED",
        "Something must be confirmed",
        "Send confirmed: true if it is so.");
  }

  @ExceptionHandler
  ProblemDetail incomplete(MethodArgumentNotValidException e) {
    String whatToDo =
        e.getFieldErrors().stream()
            .map(error -> error.getDefaultMessage())
            .findFirst()
            .orElse("Enter a reason");
    return problem(HttpStatus.BAD_REQUEST, "INCOMPLETE", "Something is missing", whatToDo + ".");
  }
}
