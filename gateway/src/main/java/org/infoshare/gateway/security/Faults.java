package org.infoshare.gateway.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What nobody else answered: a page for a person in a browser, else a refusal in the protocol's
 * form. Says nothing of the cause.
 */
@Controller
class Faults implements ErrorController {

  /** Set where the token of a form has run out: the account may do it, and must ask again. */
  static final String OPEN_TOO_LONG = Faults.class.getName() + ".open-too-long";

  private final Refusals refusals;

  Faults(Refusals refusals) {
    this.refusals = refusals;
  }

  @RequestMapping("/error")
  ModelAndView fault(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
            ? known
            : 500;
    if (Browser.asks(request)) {
      boolean openTooLong = Boolean.TRUE.equals(request.getAttribute(OPEN_TOO_LONG));
      ProblemPage page = openTooLong ? ProblemPage.OPEN_TOO_LONG : ProblemPage.of(status);
      return new ModelAndView(
          ProblemPage.VIEW, Map.of("problem", page), HttpStatusCode.valueOf(status));
    }
    return new ModelAndView(
        (model, asked, response) -> refusals.answer(reason(status), asked, response));
  }

  private static Refusal reason(int status) {
    return switch (status) {
      case 401 -> Refusal.NO_TOKEN;
      case 403 -> Refusal.NOT_ALLOWED;
      case 404 -> Refusal.NOT_FOUND;
      case 413 -> Refusal.TOO_LARGE;
      default -> status < 500 ? Refusal.NOT_UNDERSTOOD : Refusal.FAULT;
    };
  }
}
