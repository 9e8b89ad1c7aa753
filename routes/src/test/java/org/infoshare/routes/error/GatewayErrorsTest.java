package org.infoshare.routes.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.transport.http.HTTPException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.Received;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GatewayErrorsTest {

  @TestFactory
  Stream<DynamicTest> what_an_exception_says_about_an_attempt() {
    return Map.<Exception, SendOutcome>ofEntries(
            Map.entry(http(400), new SendOutcome.Refused("HTTP_400")),
            Map.entry(http(422), new SendOutcome.Refused("HTTP_422")),
            Map.entry(http(408), new SendOutcome.Unknown("HTTP_408")),
            Map.entry(http(429), new SendOutcome.Failed("HTTP_429")),
            Map.entry(http(503), new SendOutcome.Failed("HTTP_503")),
            Map.entry(http(302), new SendOutcome.Unknown("HTTP_302")),
            Map.entry(http(500), new SendOutcome.Unknown("HTTP_500")),
            Map.entry(http(502), new SendOutcome.Unknown("HTTP_502")),
            Map.entry(http(504), new SendOutcome.Unknown("HTTP_504")),
            Map.entry(soapHttp(503), new SendOutcome.Failed("HTTP_503")),
            Map.entry(soapHttp(504), new SendOutcome.Unknown("HTTP_504")),
            Map.entry(
                new SoapFault("no", Soap12.getInstance().getSender()),
                new SendOutcome.Refused("SOAP_SENDER")),
            Map.entry(
                new SoapFault("no", Soap12.getInstance().getReceiver()),
                new SendOutcome.Unknown("SOAP_RECEIVER")),
            Map.entry(
                new SoapFault(
                    "cannot write", new ConnectException(), Soap12.getInstance().getSender()),
                new SendOutcome.Failed("NO_CONNECTION")),
            Map.entry(new ConnectException("refused"), new SendOutcome.Failed("NO_CONNECTION")),
            Map.entry(new UnknownHostException("nowhere"), new SendOutcome.Failed("NO_SUCH_HOST")),
            Map.entry(
                new HttpConnectTimeoutException("slow"),
                new SendOutcome.Failed("CONNECT_TIME_OUT")),
            Map.entry(new SSLHandshakeException("distrusted"), new SendOutcome.Failed("TLS")),
            Map.entry(
                new SSLPeerUnverifiedException("another's name"), new SendOutcome.Failed("TLS")),
            Map.entry(
                new ConnectionRequestTimeoutException("none was free"),
                new SendOutcome.Failed("NO_CONNECTION")),
            Map.entry(new SocketTimeoutException("read"), new SendOutcome.Unknown("TIME_OUT")),
            Map.entry(new IllegalStateException("cut"), new SendOutcome.Unknown("CONNECTION_LOST")))
        .entrySet()
        .stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey().getClass().getSimpleName() + " is " + row.getValue(),
                    () ->
                        assertThat(
                                GatewayErrors.outcome(
                                    new CamelExecutionException("sending", null, row.getKey())))
                            .isEqualTo(row.getValue())));
  }

  private static Exception soapHttp(int status) {
    try {
      return new HTTPException(status, "no", URI.create("https://partner.example").toURL());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_fault_of_which_the_machine_keeps_no_trace_still_gives_the_sender_a_number_to_ring() {
    var untraced =
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[0];
          }
        };

    assertThat(errors(new IllegalStateException()).refused(received(), untraced))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("FAULT");
              assertThat(refused.whatToDo()).contains("ring 01632 960123");
            });
  }

  @TestFactory
  Stream<DynamicTest> a_refusal_that_leaves_no_trace_is_a_refusal_all_the_same() {
    return Stream.of(
            new LedgerUnavailable(new IllegalStateException("down")),
            new IllegalStateException("at odds with what it was asked"))
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getClass().getSimpleName(),
                    () ->
                        assertThat(
                                errors(fault)
                                    .refused(
                                        received(),
                                        new MalformedMessage(MalformedMessage.Code.NOT_VALID, "", "the form"))
                                    .code())
                            .isEqualTo("NOT_VALID")));
  }

  private static Received received() {
    return new Received(new AgencyId("cgl"), "", new byte[] {1}, Instant.EPOCH);
  }

  /** Over a ledger that keeps no trace of refusals. */
  private static GatewayErrors errors(RuntimeException fault) {
    Ledger ledger =
        (Ledger)
            Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> {
                  throw fault;
                });
    return new GatewayErrors(ledger, "ring 01632 960123");
  }

  private static Exception http(int status) {
    return new HttpOperationFailedException(
        "https://partner.example", status, "no", null, Map.of(), "");
  }
}
