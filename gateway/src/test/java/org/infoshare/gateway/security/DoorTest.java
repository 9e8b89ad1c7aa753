package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.infoshare.fixtures.process.Loopback;
import org.infoshare.fixtures.tls.TlsFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.RefusalsOnly;
import org.infoshare.gateway.policy.BundleToken;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Function;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.infoshare.routes.road.MessageState;
import org.infoshare.routes.road.RefusedInput;
import org.infoshare.routes.road.StatusInWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Document;

/**
 * The doors as a partner meets them: real server, real TLS, real tokens; behind them nothing but
 * what says that it was reached.
 */
class DoorTest {

  private static final String FAMILY = "Thornbridge-Invented";

  @TempDir static Path folder;
  private static SignedTokens tokens;
  private static ServletWebServerApplicationContext gateway;
  private static HttpClient client;
  private static final RefusalsOnly LEDGER = new RefusalsOnly();

  @SpringBootConfiguration
  @EnableConfigurationProperties(GatewaySettings.class)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SslAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  @Import({
    SecurityWiring.class,
    PeopleSecurity.class,
    KeycloakWiring.class,
    TlsWiring.class,
    Refusals.class,
    Strangers.class,
    SimpleMeterRegistry.class,
    Faults.class,
    ProblemCodes.class
  })
  @ComponentScan("org.infoshare.gateway.status")
  static class Doors {

    @Bean
    RefusalsOnly ledger() {
      return LEDGER;
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    StatusInWords readings() {
      return (sender, state) -> Map.of();
    }

    @Bean
    BundleToken bundleToken() {
      return new BundleToken("the-bundle-token");
    }

    @Bean
    BehindTheDoors behindTheDoors() {
      return new BehindTheDoors();
    }

    @Bean
    ServletRegistrationBean<BehindTheSoapDoor> soap() {
      return new ServletRegistrationBean<>(new BehindTheSoapDoor(), "/soap/*");
    }
  }

  static class BehindTheSoapDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("reached with " + request.getInputStream().readAllBytes().length);
    }
  }

  @RestController
  static class BehindTheDoors {

    @PostMapping({"/agencies/cgl/answers", "/policy/bundles/kernel.tar.gz"})
    String reached(@RequestBody byte[] body) {
      return "reached with " + body.length;
    }
  }

  @BeforeAll
  static void open() throws Exception {
    TlsFolder tls = TlsFolder.in(folder.resolve("tls"));
    tokens = new SignedTokens();
    gateway = start(tls, tokens.issuer());
    client = HttpClient.newBuilder().sslContext(tls.trustOnly()).build();
  }

  private static ServletWebServerApplicationContext start(TlsFolder tls, URI issuer) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Doors.class)
            .properties(
                "gateway.data=" + folder,
                "gateway.tls.folder=" + tls.folder(),
                "gateway.keycloak.issuer=" + issuer,
                "gateway.duty.addresses=duty@childrens-services.example",
                "gateway.duty.from=gateway@infoshare.example",
                "gateway.duty.page=https://127.0.0.1/operations",
                "gateway.duty.emergency-telephone=01632 960123",
                "gateway.limits.body=64KB")
            .run("--server.port=0");
  }

  @AfterAll
  static void shut() {
    gateway.close();
    tokens.close();
  }

  @BeforeEach
  void fresh() {
    LEDGER.forgetAll();
  }

  @Test
  void an_agency_comes_in_by_its_own_door() throws Exception {
    assertThat(post("/agencies/cgl/answers", tokens.agency("cgl"), body(3)).body())
        .isEqualTo("reached with 3");
    assertThat(
            post("/soap/childrens-services", tokens.agency("childrens-services"), body(3)).body())
        .isEqualTo("reached with 3");
    assertThat(LEDGER.refused()).isEmpty();
  }

  @Test
  void without_a_token_nobody_comes_in() throws Exception {
    assertProblem(post("/agencies/cgl/answers", null, body(3)), 401, "NO_TOKEN");
    assertFault(post("/soap/childrens-services", null, body(3)), 401, "NO_TOKEN", "Sender");
    assertTraces("NO_TOKEN", Optional.empty(), 2);
  }

  @Test
  void who_speaks_fhir_is_refused_in_fhir() throws Exception {
    HttpResponse<String> answer = post("/agencies/cgl/fhir/Consent", null, body(3));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/fhir+json");
    JsonNode outcome = json(answer);
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/details/coding/0/code").asText()).isEqualTo("NO_TOKEN");
    assertThat(outcome.at("/issue/0/diagnostics").asText()).isNotBlank();
    assertThat(
            post("/agencies/cgl/fhir/Consent", tokens.agency("childrens-services"), body(3)).body())
        .contains("OTHER_AGENCY");
  }

  @Test
  void a_token_that_is_expired_forged_or_for_somebody_else_is_not_valid() throws Exception {
    for (String token :
        List.of(
            tokens.expired("cgl"),
            tokens.signedByAnotherKey("cgl"),
            tokens.forAnotherAudience("cgl"),
            tokens.fromAnotherIssuer("cgl"),
            "no.token.at-all")) {
      assertProblem(post("/agencies/cgl/answers", token, body(3)), 401, "TOKEN_NOT_VALID");
    }
    assertFault(
        post("/soap/childrens-services", tokens.expired("childrens-services"), body(3)),
        401,
        "TOKEN_NOT_VALID",
        "Sender");
    assertTraces("TOKEN_NOT_VALID", Optional.empty(), 6);
  }

  @Test
  void an_agency_cannot_act_as_another() throws Exception {
    assertProblem(
        post("/agencies/cgl/answers", tokens.agency("childrens-services"), body(3)),
        403,
        "OTHER_AGENCY");
    assertTraces("OTHER_AGENCY", Optional.of(new AgencyId("childrens-services")), 1);
    LEDGER.forgetAll();
    assertFault(
        post("/soap/childrens-services", tokens.agency("cgl"), body(3)),
        403,
        "OTHER_AGENCY",
        "Sender");
    assertTraces("OTHER_AGENCY", Optional.of(new AgencyId("cgl")), 1);
  }

  @Test
  void a_persons_token_opens_no_agencys_door() throws Exception {
    String person = tokens.person("Dora Invented", "dora.duty", "duty");

    assertProblem(post("/agencies/cgl/answers", person, body(3)), 403, "OTHER_AGENCY");
  }

  @Test
  void a_message_over_the_limit_is_refused_whether_or_not_its_length_was_announced()
      throws Exception {
    int tooMuch = 64 * 1024 + 1;
    assertProblem(
        post("/agencies/cgl/answers", tokens.agency("cgl"), body(tooMuch)), 413, "TOO_LARGE");
    assertProblem(
        post("/agencies/cgl/answers", tokens.agency("cgl"), chunked(tooMuch)), 413, "TOO_LARGE");
    assertFault(
        post("/soap/childrens-services", tokens.agency("childrens-services"), chunked(tooMuch)),
        413,
        "TOO_LARGE",
        "Sender");
    assertThat(post("/agencies/cgl/answers", tokens.agency("cgl"), chunked(tooMuch - 1)).body())
        .isEqualTo("reached with " + (tooMuch - 1));
    assertThat(LEDGER.refused()).hasSize(3);
  }

  @Test
  void a_refusal_is_told_also_when_the_ledger_is_down() throws Exception {
    LEDGER.goesDown();

    assertProblem(post("/agencies/cgl/answers", null, body(3)), 401, "NO_TOKEN");
  }

  @Test
  void a_message_whose_token_cannot_be_checked_is_not_received_and_the_sender_is_told_whom_to_ring()
      throws Exception {
    URI unreachable = URI.create("http://127.0.0.1:" + Loopback.freePort() + "/realms/infoshare");
    ServletWebServerApplicationContext reachable = gateway;
    gateway = start(TlsFolder.in(folder.resolve("tls")), unreachable);
    try {
      HttpResponse<String> answer = post("/agencies/cgl/answers", tokens.agency("cgl"), body(3));
      assertProblem(answer, 503, "NOT_RECEIVED");
      assertThat(answer.body()).contains("01632 960123");
      assertFault(
          post("/soap/childrens-services", tokens.agency("childrens-services"), body(3)),
          503,
          "NOT_RECEIVED",
          "Receiver");
    } finally {
      gateway.close();
      gateway = reachable;
    }
  }

  @Test
  void a_sender_asks_what_became_of_its_message() throws Exception {
    var at = Instant.parse("2026-11-24T10:00:00Z");
    LEDGER.knows(
        new MessageState(
            new MessageId("urn:uuid/4711"),
            at,
            List.of(
                new MessageState.RecipientState(
                    new Recipient(new AgencyId("cgl"), new Function("treatment")),
                    List.of(new MessageState.Step(MessageState.State.ACCEPTED, at, List.of())),
                    List.of(),
                    List.of()))));

    JsonNode status = json(get("/agencies/cgl/messages/urn:uuid/4711", tokens.agency("cgl")));

    assertThat(status.at("/id").asText()).isEqualTo("urn:uuid/4711");
    assertThat(status.at("/recipients/0/steps/0/state").asText()).isEqualTo("accepted");
    assertThat(status.at("/recipients/0/steps/0/at").asText()).isEqualTo("2026-11-24T10:00:00Z");
    assertProblem(
        get("/agencies/cgl/messages/never-sent", tokens.agency("cgl")), 404, "NO_SUCH_MESSAGE");
    assertProblem(
        get("/agencies/cgl/messages/a%20b", tokens.agency("cgl")), 404, "NO_SUCH_MESSAGE");
    assertProblem(
        get("/agencies/cgl/messages/4711", tokens.agency("childrens-services")),
        403,
        "OTHER_AGENCY");
    LEDGER.goesDown();
    assertProblem(get("/agencies/cgl/messages/4711", tokens.agency("cgl")), 503, "NOT_AVAILABLE");
  }

  @Test
  void bundles_are_for_policy_engines_only() throws Exception {
    assertThat(post("/policy/bundles/kernel.tar.gz", "the-bundle-token", body(1)).statusCode())
        .isEqualTo(200);
    assertProblem(
        post("/policy/bundles/kernel.tar.gz", "a-guess", body(1)), 401, "TOKEN_NOT_VALID");
    assertProblem(
        post("/policy/bundles/kernel.tar.gz", tokens.agency("cgl"), body(1)),
        401,
        "TOKEN_NOT_VALID");
  }

  @Test
  void every_other_door_is_shut() throws Exception {
    assertProblem(get("/", null), 401, "NO_TOKEN");
    assertProblem(get("/actuator/env", tokens.agency("cgl")), 401, "NO_TOKEN");
    assertProblem(get("/governance", tokens.agency("cgl")), 403, "NOT_ALLOWED");
    assertProblem(get("/operations.json", tokens.agency("cgl")), 403, "NOT_ALLOWED");
    assertProblem(get("/operations.json", null), 401, "NO_TOKEN");
  }

  @Test
  void a_person_who_is_not_logged_in_is_sent_to_keycloak_with_pkce_and_no_secret()
      throws Exception {
    HttpResponse<String> first = get("/operations", null);
    assertThat(first.statusCode()).isEqualTo(302);
    HttpResponse<String> second = get("/oauth2/authorization/keycloak", null);
    assertThat(second.headers().firstValue("Location").orElseThrow())
        .startsWith(tokens.issuer() + "/protocol/openid-connect/auth")
        .contains("code_challenge_method=S256")
        .doesNotContain("secret");
    assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(answer.body()).doesNotContain(FAMILY);
  }

  private static void assertFault(HttpResponse<String> answer, int status, String code, String who)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/soap+xml");
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document fault =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes()));
    assertThat(text(fault, "http://www.w3.org/2003/05/soap-envelope", "Value")).endsWith(":" + who);
    assertThat(text(fault, "urn:infoshare:childrens-services:v1", "code")).isEqualTo(code);
    assertThat(text(fault, "urn:infoshare:childrens-services:v1", "whatToDo")).isNotBlank();
    assertThat(answer.body()).doesNotContain(FAMILY);
  }

  private static String text(Document document, String namespace, String name) {
    return document.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
  }

  private static void assertTraces(String code, Optional<AgencyId> from, int count) {
    assertThat(LEDGER.refused()).hasSize(count);
    for (RefusedInput trace : LEDGER.refused()) {
      assertThat(trace.code()).isEqualTo(code);
      assertThat(trace.from()).isEqualTo(from);
      assertThat(trace.sha256()).hasSize(32);
      assertThat(trace.length()).isEqualTo(3);
    }
  }

  private static HttpResponse<String> post(String path, String token, BodyPublisher body)
      throws Exception {
    return send(request(path, token).header("Content-Type", "application/json").POST(body));
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return send(request(path, token).GET());
  }

  private static HttpRequest.Builder request(String path, String token) {
    var request =
        HttpRequest.newBuilder(
            URI.create("https://127.0.0.1:" + gateway.getWebServer().getPort() + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static BodyPublisher body(int length) {
    return BodyPublishers.ofByteArray(bytes(length));
  }

  private static BodyPublisher chunked(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(length)));
  }

  private static byte[] bytes(int length) {
    return FAMILY.repeat(length / FAMILY.length() + 1).substring(0, length).getBytes();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
