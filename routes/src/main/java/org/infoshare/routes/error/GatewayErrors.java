package org.infoshare.routes.error;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.transport.http.HTTPException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.NotAValue;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;
import org.infoshare.routes.road.RefusedInput;
import org.infoshare.routes.road.Road;
import org.infoshare.routes.road.SendOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One table of what happens when something breaks. At the door: the sender's own refusal, with a stable code and what to do,
 * and a trace without content. On the way out: whether it never arrived, was refused, or nobody knows.
 */
public final class GatewayErrors implements Road.Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayErrors.class);

  private final Ledger ledger;
  private final String urgentConcerns;

  /** @param urgentConcerns whom to ring when the gateway cannot take a message, in plain words */
  public GatewayErrors(Ledger ledger, String urgentConcerns) {
    this.ledger = ledger;
    this.urgentConcerns = urgentConcerns;
  }

  @Override
  public Outcome.Refused refused(Received received, RuntimeException broken) {
    return switch (broken) {
      case MalformedMessage malformed -> senders(received, malformed.code(), malformed.getMessage());
      // The contract lets it pass, and what it stands for does not: sent again it would be the same.
      case NotAValue refused -> senders(received, MalformedMessage.Code.NOT_VALID, refused.getMessage());
      case LedgerUnavailable unavailable -> notReceived("LEDGER_UNAVAILABLE");
      default -> {
        // The message of an exception that is none of ours may hold what was received: its class is all that is logged.
        LOG.error("fault while accepting from {}: {} at {}", received.from(), broken.getClass().getName(), place(broken));
        yield notReceived("FAULT");
      }
    };
  }

  private Outcome.Refused senders(Received received, MalformedMessage.Code code, String why) {
    return traced(
        received,
        new Outcome.Refused(
            Outcome.Fault.SENDER, code.name(), why + ". Not received: for urgent concerns " + urgentConcerns));
  }

  /** What an exception of the sending side says about the attempt. */
  public static SendOutcome outcome(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case HttpOperationFailedException http -> {
          return status(http.getStatusCode(), RefusalCode.ofProblem(http.getResponseBody()));
        }
        // What the partner says has no cause here; our own client speaks of what it could not write as a fault of the sender's.
        case SoapFault fault when fault.getCause() == null -> {
          return fault(fault);
        }
        case HTTPException http -> {
          return status(http.getResponseCode(), Optional.empty());
        }
        case ConnectException refused -> {
          return new SendOutcome.Failed("NO_CONNECTION");
        }
        case NoRouteToHostException unreachable -> {
          return new SendOutcome.Failed("NO_CONNECTION");
        }
        case UnknownHostException unknown -> {
          return new SendOutcome.Failed("NO_SUCH_HOST");
        }
        case HttpConnectTimeoutException slow -> {
          return new SendOutcome.Failed("CONNECT_TIME_OUT");
        }
        case ConnectTimeoutException slow -> {
          return new SendOutcome.Failed("CONNECT_TIME_OUT");
        }
        case ConnectionRequestTimeoutException crowded -> {
          return new SendOutcome.Failed("NO_CONNECTION");
        }
        case SSLHandshakeException distrusted -> {
          return new SendOutcome.Failed("TLS");
        }
        case SSLPeerUnverifiedException another -> {
          return new SendOutcome.Failed("TLS");
        }
        default -> {}
      }
    }
    LOG.warn("nobody knows whether it arrived: {}", root(thrown).getClass().getName());
    return new SendOutcome.Unknown(timedOut(thrown) ? "TIME_OUT" : "CONNECTION_LOST");
  }

  private static boolean timedOut(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException);
  }

  /**
   * 503 and 429 say by the contracts that it was not taken. Any other error may come from something in between, or of what
   * went wrong after it was taken.
   */
  private static SendOutcome status(int status, Optional<String> code) {
    String plain = "HTTP_" + status;
    if (status == 503 || status == 429) {
      return new SendOutcome.Failed(plain);
    }
    return status >= 400 && status < 500 && status != 408
        ? new SendOutcome.Refused(code.orElse(plain))
        : new SendOutcome.Unknown(plain);
  }

  private static SendOutcome fault(SoapFault fault) {
    return Soap12.getInstance().getSender().equals(fault.getFaultCode())
        ? new SendOutcome.Refused(RefusalCode.ofFault(fault).orElse("SOAP_SENDER"))
        : new SendOutcome.Unknown("SOAP_RECEIVER");
  }

  private Outcome.Refused traced(Received received, Outcome.Refused refused) {
    try {
      ledger.refused(
          new RefusedInput(
              Optional.of(received.from()), sha256(received.bytes()), received.bytes().length, refused.code(), received.at()));
    } catch (LedgerUnavailable unavailable) {
      LOG.warn("a refusal ({}) of {} left no trace: the ledger is down", refused.code(), received.from());
    } catch (RuntimeException fault) {
      // Whoever is refused is told why, whatever becomes of the trace.
      LOG.error(
          "a refusal ({}) of {} left no trace: {} at {}",
          refused.code(),
          received.from(),
          fault.getClass().getName(),
          place(fault));
    }
    return refused;
  }

  private Outcome.Refused notReceived(String code) {
    return new Outcome.Refused(
        Outcome.Fault.GATEWAY, code, "not received: send it again later. For urgent concerns " + urgentConcerns);
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** A fault that comes again and again is thrown without a trace by a machine that has optimised it. */
  private static String place(Throwable thrown) {
    return Stream.of(root(thrown).getStackTrace())
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("an unknown place");
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
