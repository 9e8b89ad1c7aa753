package org.infoshare.gateway.operations;

import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/** What every page shows: who is logged in, codes in words, moments as people write them. */
@ControllerAdvice(annotations = ForPeople.class)
class OnEveryPage {

  private final Wording words;

  OnEveryPage(Wording words) {
    this.words = words;
  }

  @ModelAttribute("person")
  NamedPerson person(Authentication who) {
    return NamedPerson.of(who);
  }

  @ModelAttribute("words")
  Wording words() {
    return words;
  }

  @ModelAttribute("times")
  Times times() {
    return new Times();
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail alreadySettled(Desk.AlreadySettled e) {
    return e.problem();
  }
}
