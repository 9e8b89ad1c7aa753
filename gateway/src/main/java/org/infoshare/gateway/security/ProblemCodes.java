package org.infoshare.gateway.security;

import org.infoshare.routes.road.LedgerUnavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Gives the framework's own refusals (no such address, wrong method, wrong media type) a stable
 * code, takes the echo out, and says so when the ledger cannot be reached.
 */
@ControllerAdvice
class ProblemCodes extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notNow(LedgerUnavailable e) {
    ProblemDetail problem =
        Problems.problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "NOT_AVAILABLE",
            "Cannot be answered now",
            "What was acknowledged is kept. Ask again in a minute.");
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, "Compare address, method, media type and content with the contract.");
    problem.setTitle(known.getReasonPhrase());
    problem.setProperty("code", known.name());
    return super.createResponseEntity(problem, headers, status, request);
  }
}
