package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

/**
 * What cannot be read or breaks its contract, in the whole application: a clear answer in the
 * protocol's form, and a trace.
 */
class BadInputIT {

  private static final String NAME = "Sample-Alder";
  private static final String ENVELOPE =
      "<soap:Envelope"
          + " xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>%s</soap:Body></soap:Envelope>";

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    client = HttpClient.newBuilder().sslContext(gateway.tls().trustOnly()).build();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** Each folder says by which code it is refused, and with which words. */
  @TestFactory
  Stream<DynamicTest> every_document_that_breaks_its_contract_is_refused_at_the_door()
      throws IOException {
    List<BadDocument> documents = BadDocument.all();
    assertThat(documents).extracting(BadDocument::agency).contains("cgl", "childrens-services");
    return documents.stream().map(bad -> dynamicTest(bad.name(), () -> refused(bad)));
  }

  private static void refused(BadDocument bad) throws Exception {
    long messages = count("message", "true");
    long traces = count("refused_input", "true");
    long ofThisKind = count("refused_input", "code = ? and agency = ?", bad.code(), bad.agency());

    HttpResponse<String> answer =
        bad.agency().equals("cgl") ? json(bad.text()) : soap(bad.inEnvelope());

    assertThat(answer.statusCode()).isEqualTo(400);
    if (bad.agency().equals("cgl")) {
      assertProblem(answer, bad.code());
    } else {
      assertFault(answer, bad.code());
    }
    assertThat(words(answer)).contains(bad.says()).contains("or urgent concerns ring 01632 960123");
    assertThat(bad.personal()).noneMatch(answer.body()::contains);
    assertThat(count("refused_input", "true")).isEqualTo(traces + 1);
    assertThat(count("refused_input", "code = ? and agency = ?", bad.code(), bad.agency()))
        .isEqualTo(ofThisKind + 1);
    assertThat(count("message", "true")).as("kept as a message").isEqualTo(messages);
    assertThat(contract(bad.agency())).contains("| " + bad.code() + " |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cgl", "childrens-services"})
  void every_code_with_which_the_gateway_turns_a_call_away_stands_in_the_contract(String agency) {
    // An agency is nobody who may or may not do something at a page.
    for (Refusal refusal : EnumSet.complementOf(EnumSet.of(Refusal.NOT_ALLOWED))) {
      assertThat(codes(agency)).contains(refusal.name());
    }
    assertThat(codes(agency))
        .contains("ID_USED_BEFORE", "NO_SUCH_MESSAGE", "NOT_AVAILABLE", "LEDGER_UNAVAILABLE")
        .contains("METHOD_NOT_ALLOWED", "UNSUPPORTED_MEDIA_TYPE", "NOT_ACCEPTABLE");
  }

  /** In the first column of a table. */
  private static Set<String> codes(String agency) {
    return Pattern.compile("(?m)^\\| ([A-Z_, ]+) \\|")
        .matcher(contract(agency))
        .results()
        .flatMap(row -> Stream.of(row.group(1).split(", ")))
        .collect(Collectors.toSet());
  }

  @Test
  void where_the_contract_says_that_the_gateway_is_there_it_is() throws Exception {
    Matcher address =
        Pattern.compile("soap12:address location=\"([^\"]+)\"")
            .matcher(resource("contracts/childrens-services/gateway.wsdl"));
    assertThat(address.find()).isTrue();

    HttpResponse<String> answer =
        send(
            URI.create(address.group(1)).getPath(),
            gateway.keycloak().tokens().childrensServices(),
            "application/soap+xml",
            ENVELOPE.formatted("<x/>"));

    assertFault(answer, "NOT_UNDERSTOOD");
  }

  @Test
  void ten_mebibytes_are_taken_and_no_byte_more() throws Exception {
    int limit = 10 * 1024 * 1024;

    assertProblem(json(" ".repeat(limit)), "NOT_WELL_FORMED");

    HttpResponse<String> tooLarge = json(" ".repeat(limit + 1));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertProblem(tooLarge, "TOO_LARGE");
    assertThat(words(tooLarge)).contains("urgent concerns ring 01632 960123");
    for (String agency : List.of("cgl", "childrens-services")) {
      assertThat(contract(agency)).contains("10 MiB at most");
    }
  }

  @Test
  void xml_that_is_not_well_formed_cannot_be_read() throws Exception {
    assertFault(
        soap(
            ENVELOPE.formatted(
                "<supportRequest xmlns=\"urn:infoshare:childrens-services:v1\"><messageId>"
                    + NAME)),
        "NOT_WELL_FORMED");
    assertFault(soap(NAME), "NOT_WELL_FORMED");
    assertFault(soap(""), "NOT_WELL_FORMED");
  }

  @Test
  void a_document_type_or_an_entity_is_not_taken() throws Exception {
    String bomb = "<!DOCTYPE a [<!ENTITY b \"%s\"><!ENTITY c \"&b;&b;&b;\">]>".formatted(NAME);

    assertFault(soap(bomb + ENVELOPE.formatted("<x>&c;</x>")), "NOT_WELL_FORMED");
    assertFault(
        soap("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + ENVELOPE.formatted("<x/>")),
        "NOT_WELL_FORMED");
  }

  @Test
  void nothing_is_fetched_that_a_document_names() throws Exception {
    var elsewhere =
        new WireMockServer(
            WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    elsewhere.start();
    try {
      String address = "\"http://127.0.0.1:" + elsewhere.port() + "/elsewhere\"";
      for (String type :
          List.of(
              "<!DOCTYPE a SYSTEM " + address + ">",
              "<!DOCTYPE a PUBLIC \"-//A//B\" " + address + ">",
              "<!DOCTYPE a [<!ENTITY % b SYSTEM " + address + "> %b;]>",
              "<!DOCTYPE a [<!ENTITY c SYSTEM " + address + ">]>")) {
        assertFault(soap(type + ENVELOPE.formatted("<x>&c;</x>")), "NOT_WELL_FORMED");
        assertFault(soap(type + ENVELOPE.formatted("<x/>")), "NOT_WELL_FORMED");
      }
      assertThat(elsewhere.getAllServeEvents()).isEmpty();
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void two_documents_in_one_envelope_are_not_understood_and_neither_is_kept() throws Exception {
    long messages = count("message", "true");

    assertFault(
        soap(ENVELOPE.formatted(request("PAIR-1") + request("PAIR-2"))), "NOT_UNDERSTOOD");

    assertThat(count("message", "true")).isEqualTo(messages);
  }

  @Test
  void an_envelope_that_ends_behind_its_document_is_not_well_formed() throws Exception {
    String envelope = ENVELOPE.formatted(request("CUT-1"));
    long messages = count("message", "true");

    assertFault(soap(envelope.substring(0, envelope.length() - 10)), "NOT_WELL_FORMED");
    assertFault(soap(envelope + "<more/>"), "NOT_WELL_FORMED");
    assertFault(
        soap(envelope.replace("<givenName>", "<givenName>Ren&eacute;")), "NOT_WELL_FORMED");
    assertFault(soap(envelope.replace("ref=\"p1\"", "ref=\"&eacute;p1\"")), "NOT_WELL_FORMED");

    assertThat(count("message", "true")).isEqualTo(messages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-8"})
  void an_envelope_says_itself_in_which_charset_it_is(String charset) throws Exception {
    String envelope =
        "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(charset)
            + ENVELOPE.formatted(
                request("SAYS-" + charset).replace("<givenName>", "<givenName>Ren\u00e9 "));
    HttpResponse<String> answer =
        client.send(
            request(
                    "/soap/childrens-services",
                    gateway.keycloak().tokens().childrensServices(),
                    "application/soap+xml")
                .POST(BodyPublishers.ofByteArray(envelope.getBytes(Charset.forName(charset))))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_byte_order_mark_may_stand_before_an_envelope() throws Exception {
    HttpResponse<String> answer =
        send(
            "/soap/childrens-services",
            gateway.keycloak().tokens().childrensServices(),
            "application/soap+xml; charset=UTF-8",
            "\ufeff" + ENVELOPE.formatted(request("MARKED")));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String request(String id) {
    return Situation.supportRequest("agreement-refused", id).replaceFirst("<\\?xml[^>]*>", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "\""})
  void a_charset_that_there_is_not_is_no_fault_of_ours(String charset) throws Exception {
    HttpResponse<String> answer =
        send(
            "/soap/childrens-services",
            gateway.keycloak().tokens().childrensServices(),
            "application/soap+xml; charset=" + charset,
            ENVELOPE.formatted("<x/>"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertFault(answer, "NOT_UNDERSTOOD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//soap/childrens-services", "/soap;a/childrens-services", "/soap//childrens-services", "/agencies/cgl//answers", "/agencies/cgl/answers;a=b"})
  void an_address_with_a_step_too_many_is_not_understood_and_says_whom_to_ring(String address)
      throws Exception {
    String token =
        address.contains("soap")
            ? gateway.keycloak().tokens().childrensServices()
            : gateway.keycloak().tokens().cgl();

    HttpResponse<String> answer = send(address, token, "application/json", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("NOT_UNDERSTOOD").contains("urgent concerns ring 01632 960123");
  }

  @Test
  void a_value_of_one_wide_space_is_not_valid_and_no_fault_of_ours() throws Exception {
    String blank =
        Situation.supportRequest("agreement-refused", "BLANK-1")
            .replaceFirst("<line>[^<]+", "<line>\u2003");

    assertFault(soap(ENVELOPE.formatted(blank.replaceFirst("<\\?xml[^>]*>", ""))), "NOT_VALID");
  }

  @Test
  void an_operation_that_there_is_not_is_not_understood() throws Exception {
    assertFault(soap(ENVELOPE.formatted("<x>" + NAME + "</x>")), "NOT_UNDERSTOOD");
  }

  @Test
  void a_form_is_refused_before_it_is_taken_apart() throws Exception {
    HttpResponse<String> answer =
        send(
            "/agencies/cgl/answers",
            gateway.keycloak().tokens().cgl(),
            "application/x-www-form-urlencoded",
            "{\"name\": \"" + NAME + "\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"NOT_UNDERSTOOD\"").doesNotContain(NAME);
    assertThat(traces("NOT_UNDERSTOOD", "cgl")).isPositive();
  }

  @Test
  void whoever_shows_no_token_and_sends_slowly_is_answered_and_cut_off() throws Exception {
    URI door = gateway.address();
    var told = new StringBuilder();
    long begun = System.nanoTime();
    try (var socket =
        gateway
            .tls()
            .trustOnly()
            .getSocketFactory()
            .createSocket(door.getHost(), door.getPort())) {
      // Whoever waits that long for an answer sends one more byte.
      socket.setSoTimeout(200);
      write(
          socket,
          "POST /agencies/cgl/answers HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
      for (int sent = 0; sent < 100 && isOpen(socket, told); sent++) {
        write(socket, " ");
      }
    } catch (SocketException cutOff) {
      // A byte met a closed door.
    }

    assertThat(told).startsWith("HTTP/1.1 401");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    assertThat(
            gateway
                .part(JdbcClient.class)
                .sql("select count(*) from refused_input where code = 'NO_TOKEN' and agency is null")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static boolean isOpen(Socket socket, StringBuilder told) throws IOException {
    byte[] buffer = new byte[4096];
    try {
      int read = socket.getInputStream().read(buffer);
      told.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.US_ASCII));
      return read >= 0;
    } catch (SocketTimeoutException nothingYet) {
      return true;
    }
  }

  @Test
  void a_wrong_method_and_an_address_that_there_is_not_have_a_code() throws Exception {
    HttpResponse<String> put =
        client.send(
            request("/agencies/cgl/answers", gateway.keycloak().tokens().cgl(), "application/json")
                .PUT(BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.body()).contains("\"code\":\"METHOD_NOT_ALLOWED\"");
    HttpResponse<String> nowhere =
        client.send(
            request("/agencies/cgl", gateway.keycloak().tokens().cgl(), "application/json")
                .GET()
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).contains("\"code\":\"NOT_FOUND\"");
  }

  @Test
  void a_ledger_that_is_down_is_said_with_whom_to_ring_and_nothing_is_half_kept() throws Exception {
    String request = Situation.childrensServices("willing-mother");
    String answer = resource("fixtures/cgl/accepts-with-joint-visit/received.json");
    try (RunningGateway other = RunningGateway.start(folder.resolve("other"))) {
      long server =
          Long.parseLong(
              Files.readAllLines(folder.resolve("other/data/postgresql/postmaster.pid"))
                  .getFirst());
      ProcessHandle.of(server).orElseThrow().destroyForcibly();

      GatewayAnswer soap = other.childrensServices().submit(request);
      assertThat(soap.status()).isEqualTo(500);
      assertThat(soap.contentType()).startsWith("application/soap+xml");
      assertThat(soap.field("Value")).endsWith(":Receiver");
      GatewayAnswer json = other.cgl().answer(answer);
      assertThat(json.status()).isEqualTo(503);
      assertThat(json.contentType()).startsWith("application/problem+json");
      for (GatewayAnswer told : List.of(soap, json)) {
        assertThat(told.field("code")).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(told.body())
            .contains("not received: send it again later. For urgent concerns ring 01632 960123")
            .doesNotContain(NAME)
            .doesNotContain("Sample-");
      }
    }
    try (RunningGateway again = RunningGateway.start(folder.resolve("other"))) {
      JdbcClient ledger = again.part(JdbcClient.class);
      assertThat(ledger.sql("select count(*) from message").query(Long.class).single()).isZero();
      assertThat(again.childrensServices().submit(request).field("status")).isEqualTo("received");
      assertThat(again.cgl().answer(answer).field("code"))
          .as("as if it had never come: it answers nothing that was sent")
          .isEqualTo("UNKNOWN_MESSAGE");
    }
  }

  private static void assertFault(HttpResponse<String> answer, String code) throws Exception {
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/soap+xml");
    Document fault =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(
            fault
                .getElementsByTagNameNS("urn:infoshare:childrens-services:v1", "code")
                .item(0)
                .getTextContent())
        .isEqualTo(code);
    assertThat(answer.body())
        .doesNotContain(NAME)
        .doesNotContain("org.apache")
        .doesNotContain("row,col");
    assertThat(traces(code, "childrens-services")).isPositive();
  }

  private static void assertProblem(HttpResponse<String> answer, String code) {
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(new GatewayAnswer(answer.statusCode(), "json", answer.body()).field("code"))
        .isEqualTo(code);
    assertThat(traces(code, "cgl")).isPositive();
  }

  /** What to do, however the protocol says it. */
  private static String words(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    var told = new GatewayAnswer(answer.statusCode(), type, answer.body());
    return told.field("whatToDo") + told.field("detail");
  }

  private static long count(String table, String where, Object... values) {
    return gateway
        .part(JdbcClient.class)
        .sql("select count(*) from " + table + " where " + where)
        .params(values)
        .query(Long.class)
        .single();
  }

  private static String contract(String agency) {
    return resource("contracts/" + agency + "/contract.md");
  }

  private static String resource(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> json(String body) throws Exception {
    return send(
        "/agencies/cgl/answers", gateway.keycloak().tokens().cgl(), "application/json", body);
  }

  private static int traces(String code, String agency) {
    return gateway
        .part(JdbcClient.class)
        .sql("select count(*) from refused_input where code = ? and agency = ?")
        .params(code, agency)
        .query(Integer.class)
        .single();
  }

  private static HttpResponse<String> soap(String body) throws Exception {
    return send(
        "/soap/childrens-services",
        gateway.keycloak().tokens().childrensServices(),
        "application/soap+xml",
        body);
  }

  private static HttpResponse<String> send(String path, String token, String type, String body)
      throws Exception {
    return client.send(
        request(path, token, type).POST(BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String token, String type) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", type);
  }
}
