package org.infoshare.gateway.security;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals of the gateway's own addresses, as RFC 9457 has them, each with a stable code. */
public final class Problems {

  private Problems() {}

  public static ProblemDetail problem(
      HttpStatus status, String code, String title, String whatToDo) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, whatToDo);
    problem.setTitle(title);
    problem.setProperty("code", code);
    return problem;
  }
}
