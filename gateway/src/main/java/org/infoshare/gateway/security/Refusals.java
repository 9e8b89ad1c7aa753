package org.infoshare.gateway.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.infoshare.gateway.GatewaySettings;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.partner.FhirOutcome;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.RefusedInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Turns a call away in the form of its protocol (a SOAP 1.2 fault under {@code /soap}, an
 * OperationOutcome under {@code /agencies/<agency>/fhir}, else RFC 9457), says what to do, echoes nothing of the call, and leaves a trace in the ledger where that
 * can be reached, and where not anybody could fill it.
 */
@Component
public class Refusals {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  /** With whoever shows no right token. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Ledger ledger;
  private final Clock clock;
  private final GatewaySettings settings;
  private final Environment transport;
  private final ObjectMapper json;
  private final Strangers strangers;

  Refusals(
      Ledger ledger,
      Clock clock,
      GatewaySettings settings,
      Environment transport,
      ObjectMapper json,
      Strangers strangers) {
    this.ledger = ledger;
    this.clock = clock;
    this.settings = settings;
    this.transport = transport;
    this.json = json;
    this.strangers = strangers;
  }

  /**
   * Answers, and leaves a trace of what came in: of as much of it as may come in. Nobody waits for
   * long for the body of a caller whom nobody knows: its connection is closed with the rest unread.
   */
  public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var hashed = new DigestInputStream(request.getInputStream(), sha256());
    long length =
        caller().isPresent()
            ? drain(hashed, settings.limits().body().toBytes())
            : drainForAWhile(hashed, request);
    leaveTrace(refusal, request, hashed.getMessageDigest().digest(), (int) length);
    answer(refusal, request, response);
  }

  /** As {@link #refuse}, for a body of which this much was read already. */
  void refuse(
      Refusal refusal, byte[] read, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    leaveTrace(refusal, request, read);
    answer(refusal, request, response);
  }

  /** Words for a sender, whose fault it is aside. */
  String whatToDo(Refusal refusal) {
    return refusal.whatToDo(settings.duty().emergencyTelephone());
  }

  /** The namespace of the detail of a partner's SOAP faults. */
  String namespace(PartnerPath partner) {
    return transport.getProperty(
        "partner." + partner.agency() + ".refusal-namespace", "urn:infoshare:refusal:v1");
  }

  void leaveTrace(Refusal refusal, HttpServletRequest request, byte[] read) {
    leaveTrace(refusal, request, sha256().digest(read), read.length);
  }

  private void leaveTrace(Refusal refusal, HttpServletRequest request, byte[] hash, int length) {
    if (PartnerPath.of(request).isEmpty()) {
      return;
    }
    log.info("refused {} at {}", refusal, PartnerPath.of(request).get());
    Optional<AgencyId> caller = caller();
    Instant at = clock.instant();
    if (refusal.isOurs() || caller.isEmpty() && !strangers.leavesTrace(refusal, at)) {
      return;
    }
    try {
      ledger.refused(new RefusedInput(caller, hash, length, refusal.name(), at));
    } catch (LedgerUnavailable e) {
      log.warn("refused {}, and the ledger cannot be reached: no trace is kept", refusal);
    }
  }

  private static Optional<AgencyId> caller() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller instanceof JwtAuthenticationToken token
        ? Optional.ofNullable(token.getToken().getClaimAsString("agency")).map(AgencyId::new)
        : Optional.empty();
  }

  /** Answers, and leaves no trace. */
  void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(refusal.status().value());
    if (refusal.status().value() == 401) {
      String error = refusal == Refusal.TOKEN_NOT_VALID ? " error=\"invalid_token\"" : "";
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + error);
    }
    if (refusal == Refusal.NOT_RECEIVED) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    }
    String whatToDo = whatToDo(refusal);
    Optional<PartnerPath> partner = PartnerPath.of(request);
    byte[] body;
    if (partner.filter(PartnerPath::soap).isPresent()) {
      response.setContentType("application/soap+xml;charset=UTF-8");
      body = new SoapFault(namespace(partner.get()), refusal, whatToDo).bytes();
    } else if (partner.filter(PartnerPath::fhir).isPresent()) {
      response.setContentType(FhirOutcome.MEDIA_TYPE);
      body =
          FhirOutcome.written(
              IssueSeverity.ERROR,
              refusal.status().is5xxServerError() ? IssueType.TRANSIENT : IssueType.SECURITY,
              refusal.name(),
              whatToDo);
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      body = json.writeValueAsBytes(problem(refusal, whatToDo));
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> problem(Refusal refusal, String whatToDo) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", refusal.title());
    problem.put("status", refusal.status().value());
    problem.put("code", refusal.name());
    problem.put("detail", whatToDo);
    return problem;
  }

  /** What a sender whose token has run out sends is here in a moment. */
  private long drainForAWhile(InputStream body, HttpServletRequest request) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long limit = settings.limits().body().toBytes();
    byte[] buffer = new byte[8192];
    long total = 0;
    try {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        total += read;
        if (total >= limit || System.nanoTime() > end) {
          request.setAttribute(UnreadBodies.LEFT, true);
          return total;
        }
      }
    } catch (IOException silentOrGone) {
      request.setAttribute(UnreadBodies.LEFT, true);
    }
    return total;
  }

  private static long drain(InputStream body, long limit) throws IOException {
    byte[] buffer = new byte[8192];
    long total = 0;
    int read = 0;
    while (read >= 0 && total < limit) {
      total += read;
      read = body.read(buffer);
    }
    return total;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
