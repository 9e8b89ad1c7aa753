package org.infoshare.gateway.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.infoshare.fixtures.process.Loopback;
import org.infoshare.fixtures.tls.TlsFolder;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.TestSettings;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.infoshare.routes.partner.CglRoute;
import org.infoshare.routes.partner.ChildrensServicesRoute;
import org.infoshare.routes.partner.PartnerRoute;
import org.infoshare.routes.road.Accept;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.Road;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.ToSend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/**
 * Partners are called over the transport that their own files name. What is tried again is the
 * lane's business alone: it writes down every attempt before it is made.
 */
class OneCallForOneAttemptTest {

  private static final SendOutcome DELIVERED = new SendOutcome.Delivered(false);

  /** A partner, a document for it, and what it says when it takes or refuses one. */
  private record Case(
      String partner,
      String path,
      Function<Road, PartnerRoute<?>> route,
      String document,
      String taken,
      String refused,
      String broken) {

    @Override
    public String toString() {
      return partner;
    }
  }

  private static final List<Case> PARTNERS =
      List.of(
          new Case(
              "cgl",
              "",
              CglRoute::new,
              "{\"id\":\"invented-1\"}",
              "{\"status\":\"received\",\"id\":\"invented-1\"}",
              "{\"title\":\"Not accepted\",\"status\":400,\"code\":\"NOT_OURS\"}",
              "{\"title\":\"Gone wrong\",\"status\":500}"),
          new Case(
              "childrens-services",
              "/answers",
              ChildrensServicesRoute::new,
              "<answer xmlns=\"urn:infoshare:childrens-services:v1\"/>",
              """
              <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>
              <answerReceived xmlns="urn:infoshare:childrens-services:v1"><status>received</status><messageId>invented-1</messageId></answerReceived>
              </soap:Body></soap:Envelope>""",
              """
              <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>
              <soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>
              <soap:Reason><soap:Text xml:lang="en">Not accepted</soap:Text></soap:Reason>
              <soap:Detail><refusal xmlns="urn:infoshare:childrens-services:v1"><code>NOT_OURS</code><whatToDo>Ask Mrs Invented.</whatToDo></refusal></soap:Detail>
              </soap:Fault></soap:Body></soap:Envelope>""",
              """
              <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>
              <soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code>
              <soap:Reason><soap:Text xml:lang="en">Gone wrong</soap:Text></soap:Reason>
              </soap:Fault></soap:Body></soap:Envelope>"""));

  /** What became of a call at the partner's end. */
  private interface Answer {
    void to(HttpExchange call) throws IOException;
  }

  private static final Answer HANGS_UP = HttpExchange::close;

  private static final GatewaySettings.Partners LIMITS =
      new GatewaySettings.Partners(Duration.ofSeconds(2), Duration.ofSeconds(3));

  @TempDir static Path folder;

  private final List<Integer> calls = new CopyOnWriteArrayList<>();
  private final int port = Loopback.freePort();
  private HttpsServer partner;
  private Answer answer = HANGS_UP;

  @BeforeEach
  void open() throws IOException {
    listen(tls());
  }

  private void listen(TlsFolder as) throws IOException {
    partner = HttpsServer.create(new InetSocketAddress(Loopback.address(), port), 0);
    partner.setHttpsConfigurator(new HttpsConfigurator(as.sslContext("cgl")));
    partner.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    partner.createContext("/", this::called);
    partner.start();
  }

  @AfterEach
  void close() {
    partner.stop(0);
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_cannot_take_it_now_is_called_once() {
    return Stream.of(429, 503)
        .flatMap(
            status ->
                each(
                    status + " of ",
                    one -> {
                      answer = saying(status, "");
                      assertThat(sent(one, 1).getFirst()).isInstanceOf(SendOutcome.Failed.class);
                      assertThat(calls).hasSize(1);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> that_it_cannot_take_it_now_a_partner_may_say_in_words_of_its_protocol() {
    return Stream.of(429, 503)
        .flatMap(
            status ->
                each(
                    status + " of ",
                    one -> {
                      answer = saying(status, one.broken());
                      assertThat(sent(one, 1))
                          .containsExactly(new SendOutcome.Failed("HTTP_" + status));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> after_any_other_error_nobody_knows_whether_it_arrived() {
    return Stream.of(500, 502, 504)
        .flatMap(
            status ->
                each(
                    status + " of ",
                    one -> {
                      for (String words : List.of("", one.broken(), "<html>Bad gateway</html>")) {
                        answer = saying(status, words);
                        assertThat(sent(one, 1).getFirst()).isInstanceOf(SendOutcome.Unknown.class);
                      }
                      assertThat(calls).hasSize(3);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> an_answer_that_is_none_of_the_contracts_does_not_say_that_it_arrived() {
    return each(
        "",
        one -> {
          String cut = one.taken().substring(0, one.taken().indexOf("received") + 4);
          String other =
              one.taken().replace("received", "noted").replace("answerReceived", "answerNoted");
          for (String words :
              List.of("", "<html>Sign in to the network</html>", "<html/>", cut, other)) {
            answer = saying(200, words);
            assertThat(sent(one, 1).getFirst()).as(words).isInstanceOf(SendOutcome.Unknown.class);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_does_not_let_us_in_is_called_once_and_has_refused() {
    return Stream.of(401, 403)
        .flatMap(
            status ->
                each(
                    status + " of ",
                    one -> {
                      answer = saying(status, "");
                      assertThat(sent(one, 1))
                          .containsExactly(new SendOutcome.Refused("HTTP_" + status));
                      assertThat(calls).hasSize(1);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_refuses_by_a_rule_of_its_own_is_called_once_and_named_by_its_code() {
    return each(
        "",
        one -> {
          answer = saying(400, one.refused());
          assertThat(sent(one, 1)).containsExactly(new SendOutcome.Refused("NOT_OURS"));
          assertThat(calls).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_hangs_up_without_an_answer_is_called_once() {
    return each(
        "",
        one -> {
          answer = HANGS_UP;
          assertThat(sent(one, 1).getFirst()).isInstanceOf(SendOutcome.Unknown.class);
          assertThat(calls).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_says_nothing_is_waited_for_no_longer_than_the_limit() {
    return each(
        "",
        one -> {
          var end = new CountDownLatch(1);
          answer =
              call -> {
                await(end);
                call.close();
              };
          long begun = System.nanoTime();
          try {
            assertThat(sent(one, 1)).containsExactly(new SendOutcome.Unknown("TIME_OUT"));
          } finally {
            end.countDown();
          }
          assertThat(Duration.ofNanos(System.nanoTime() - begun))
              .isBetween(LIMITS.answer(), LIMITS.answer().plusSeconds(5));
          assertThat(calls).hasSize(1);
        });
  }

  private static void await(CountDownLatch end) throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_partner_that_is_down_was_surely_not_reached() {
    return each(
        "",
        one -> {
          partner.stop(0);
          assertThat(sent(one, 1)).containsExactly(new SendOutcome.Failed("NO_CONNECTION"));
        });
  }

  @TestFactory
  Stream<DynamicTest> who_shows_a_certificate_of_another_authority_gets_nothing() {
    return each(
        "",
        one -> {
          partner.stop(0);
          listen(TlsFolder.in(folder.resolve("stranger")));
          assertThat(sent(one, 1)).containsExactly(new SendOutcome.Failed("TLS"));
          assertThat(calls).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> the_next_attempt_takes_the_connection_of_the_one_before() {
    return each(
        "",
        one -> {
          answer = saying(200, one.taken());
          assertThat(sent(one, 3)).containsOnly(DELIVERED);
          assertThat(calls).hasSize(3);
          assertThat(calls.stream().distinct()).as("connections").hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_kept_connection_that_the_partner_has_dropped_costs_one_attempt_at_most() {
    return each(
        "",
        one -> {
          answer = saying(200, one.taken());
          sending(
              one,
              route -> {
                assertThat(send(route, one)).isEqualTo(DELIVERED);
                close();
                open();
                SendOutcome next = send(route, one);
                assertThat(next).isIn(DELIVERED, new SendOutcome.Unknown("CONNECTION_LOST"));
                assertThat(calls).hasSize(next.equals(DELIVERED) ? 2 : 1);
                assertThat(send(route, one)).isEqualTo(DELIVERED);
              });
        });
  }

  private interface Told {
    void of(Case one) throws Exception;
  }

  private interface Sending {
    void by(PartnerRoute<?> route) throws Exception;
  }

  private Stream<DynamicTest> each(String when, Told told) {
    return PARTNERS.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    when + one,
                    () -> {
                      close();
                      open();
                      calls.clear();
                      told.of(one);
                    }));
  }

  private List<SendOutcome> sent(Case one, int times) throws Exception {
    var outcomes = new CopyOnWriteArrayList<SendOutcome>();
    sending(
        one,
        route -> {
          for (int i = 0; i < times; i++) {
            outcomes.add(send(route, one));
          }
        });
    return outcomes;
  }

  private static SendOutcome send(PartnerRoute<?> route, Case one) {
    var recipient =
        new Recipient(new AgencyId(one.partner()), new org.infoshare.model.Function("invented"));
    return route.send(
        new ToSend(
            new MessageId("invented-1"),
            recipient,
            "text/plain",
            one.document().getBytes(StandardCharsets.UTF_8)));
  }

  /** The partner's own route, and of its transport all but the door, which nobody knocks at here. */
  private void sending(Case one, Sending sending) throws Exception {
    var transport = new StandardEnvironment();
    new PartnerTransport().postProcessEnvironment(transport, new SpringApplication());
    Bus bus = BusFactory.newInstance().createBus();
    var connections = new PartnerConnections();
    var route = one.route().apply(nothingIsReceived());
    try (var camel = new DefaultCamelContext()) {
      String partnerOf = "partner." + one.partner();
      var properties = camel.getPropertiesComponent();
      properties.addInitialProperty(
          partnerOf + ".address", "https://127.0.0.1:" + port + one.path());
      properties.addInitialProperty(partnerOf + ".to", transport.getProperty(partnerOf + ".to"));
      properties.addInitialProperty(partnerOf + ".from", "direct:door");
      properties.addInitialProperty(
          "gateway.partners.connect", String.valueOf(LIMITS.connect().toMillis()));
      properties.addInitialProperty(
          "gateway.partners.answer", String.valueOf(LIMITS.answer().toMillis()));
      camel.getRegistry().bind("cxf", bus);
      camel.getRegistry().bind("partnerTls", partnerTls());
      camel.getRegistry().bind("keptConnections", connections.keptConnections());
      camel.getRegistry().bind("sentOnce", connections.sentOnce(TestSettings.on(folder, LIMITS)));
      camel.addRoutes(route);
      camel.start();
      sending.by(route);
    } finally {
      bus.shutdown(true);
    }
  }

  static Road nothingIsReceived() {
    Ledger none =
        (Ledger)
            Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError(method);
                });
    return new Road(
        new Accept(none, agency -> Optional.empty(), (sender, state) -> Map.of()),
        (received, broken) -> {
          throw broken;
        },
        Clock.systemUTC());
  }

  private void called(HttpExchange call) throws IOException {
    call.getRequestBody().readAllBytes();
    calls.add(call.getRemoteAddress().getPort());
    answer.to(call);
  }

  private static Answer saying(int status, String text) {
    return call -> {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders()
          .set("Content-Type", text.startsWith("<") ? "application/soap+xml" : "application/json");
      call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
      call.close();
    };
  }

  private static TlsFolder tls() {
    return TlsFolder.in(folder);
  }

  private static SSLContextParameters partnerTls() throws IOException {
    String password = Files.readString(tls().passwordFile()).strip();
    var keys = new KeyManagersParameters();
    keys.setKeyStore(store(tls().keyStore("gateway"), password));
    keys.setKeyPassword(password);
    var trust = new TrustManagersParameters();
    trust.setKeyStore(store(tls().trustStore(), password));
    var parameters = new SSLContextParameters();
    parameters.setKeyManagers(keys);
    parameters.setTrustManagers(trust);
    return parameters;
  }

  private static KeyStoreParameters store(Path file, String password) {
    var store = new KeyStoreParameters();
    store.setType("PKCS12");
    store.setResource("file:" + file.toAbsolutePath());
    store.setPassword(password);
    return store;
  }
}
