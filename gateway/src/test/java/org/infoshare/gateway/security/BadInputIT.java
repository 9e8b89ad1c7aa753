package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

/**
 * What no route sees, because it cannot be read, in the whole application: a clear answer in the
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
    try (RunningGateway other = RunningGateway.start(folder.resolve("other"))) {
      long server =
          Long.parseLong(
              Files.readAllLines(folder.resolve("other/data/postgresql/postmaster.pid"))
                  .getFirst());
      ProcessHandle.of(server).orElseThrow().destroyForcibly();

      var answer = other.childrensServices().submit(Situation.childrensServices("willing-mother"));

      assertThat(answer.isSuccess()).isFalse();
      assertThat(answer.body())
          .contains("01632 960123")
          .contains("not received")
          .doesNotContain(NAME);
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
