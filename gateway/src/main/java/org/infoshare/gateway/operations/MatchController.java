package org.infoshare.gateway.operations;

import jakarta.validation.Valid;
import java.util.UUID;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of two who may be one, where a named person says whether they are. */
@Controller
@ForPeople
@RequestMapping("/operations/matches/{a}/{b}")
class MatchController {

  private final Desk desk;

  MatchController(Desk desk) {
    this.desk = desk;
  }

  @GetMapping
  String look(@PathVariable UUID a, @PathVariable UUID b, Authentication who, Model model) {
    model.addAttribute("answer", Answer.EMPTY);
    return page(a, b, who, model);
  }

  private String page(UUID a, UUID b, Authentication who, Model model) {
    model.addAttribute("page", desk.match(a, b, NamedPerson.of(who)));
    return "match";
  }

  @PostMapping(
      path = "/{said:same|different}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String settle(
      @PathVariable UUID a,
      @PathVariable UUID b,
      @PathVariable String said,
      @Valid @ModelAttribute Answer answer,
      BindingResult faults,
      Authentication who,
      Model model,
      RedirectAttributes next) {
    if (faults.hasErrors()) {
      return page(a, b, who, model);
    }
    desk.settle(a, b, said, answer, NamedPerson.of(who));
    next.addFlashAttribute("done", "Noted. What rests on it is decided again.");
    return "redirect:/operations";
  }
}
