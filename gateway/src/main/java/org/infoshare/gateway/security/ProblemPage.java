package org.infoshare.gateway.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal or a fault as a person in a browser reads it.
 *
 * @param lines what has happened, and what to do
 * @param faults each on its own, where there are several
 */
public record ProblemPage(String title, List<String> lines, List<String> faults) {

  static final String VIEW = "problem";

  /** The form was open until its token had run out. */
  static final ProblemPage OPEN_TOO_LONG =
      said(
          "This page has been open too long",
          "Nothing was recorded. Open the page again, log in if you are asked to, and do it again.");

  private static final ProblemPage NOT_FOUND =
      said(
          "Page not found",
          "There is nothing at this address. If you typed or pasted it, check that it is whole.");

  private static final ProblemPage NOT_ALLOWED =
      said(
          "You do not have permission for this",
          "Your account does not have the role that this page or this action needs.",
          "If you need it for your work, ask whoever manages the accounts of the gateway in your"
              + " organisation.");

  private static final ProblemPage SETTLED =
      said(
          "This no longer waits",
          "Somebody else settled it since you opened the page. Nothing was recorded now.");

  private static final ProblemPage FAULT =
      said(
          "Sorry, there is a problem with the gateway",
          "What it acknowledged is kept. Try again in a minute.",
          "If it is urgent, ring the people concerned: do not wait for this page.");

  // The framework's own words are for those who write programs.
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "NOT_FOUND", "BAD_REQUEST", "METHOD_NOT_ALLOWED", "NOT_ACCEPTABLE",
          "UNSUPPORTED_MEDIA_TYPE", "INTERNAL_SERVER_ERROR");

  private static ProblemPage said(String title, String... lines) {
    return new ProblemPage(title, List.of(lines), List.of());
  }

  /** Of a status of which nothing more is known. */
  static ProblemPage of(int status) {
    return switch (status) {
      case 401, 403 -> NOT_ALLOWED;
      case 409 -> SETTLED;
      default -> status < 500 ? NOT_FOUND : FAULT;
    };
  }

  /** What a program would read, for a person. */
  static ProblemPage of(ProblemDetail problem) {
    if (FOR_PROGRAMS.contains(property(problem, "code"))) {
      return of(problem.getStatus());
    }
    return new ProblemPage(
        Optional.ofNullable(problem.getTitle()).orElse(of(problem.getStatus()).title()),
        Optional.ofNullable(problem.getDetail()).stream().toList(),
        faults(problem));
  }

  private static String property(ProblemDetail problem, String name) {
    return Optional.ofNullable(problem.getProperties())
        .map(all -> all.get(name))
        .map(Object::toString)
        .orElseGet(() -> HttpStatus.valueOf(problem.getStatus()).name());
  }

  private static List<String> faults(ProblemDetail problem) {
    return problem.getProperties() != null
            && problem.getProperties().get("faults") instanceof Collection<?> all
        ? all.stream().map(Object::toString).toList()
        : List.of();
  }
}
