package org.infoshare.gateway.operations;

import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

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
  @ResponseStatus(HttpStatus.CONFLICT)
  String alreadySettled(Desk.AlreadySettled e, Authentication who, Model model) {
    // A handler of faults has a model of its own.
    model.addAttribute("person", person(who));
    model.addAttribute("how", e.getMessage());
    return "settled";
  }
}
