package org.infoshare.gateway.governance;

import org.infoshare.gateway.security.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** There is no table, agreement or revision of that name. */
final class NoSuchContent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static ProblemDetail problem() {
    return Problems.problem(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_CONTENT",
        "No such table, agreement or revision",
        "Take its name from the list of tables and agreements, or from the history.");
  }
}
