package org.infoshare.gateway.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.infoshare.gateway.security.SignedTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of the policy, and a policy engine that fails, in the whole application. */
class GovernanceIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static SignedTokens tokens;
  private static RunningGateway gateway;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    tokens = new SignedTokens();
    gateway =
        RunningGateway.start(folder, Map.of("gateway.keycloak.issuer", tokens.issuer().toString()));
    client = HttpClient.newBuilder().sslContext(gateway.tls().trustOnly()).build();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    tokens.close();
  }

  @Test
  void
      a_suspended_agreement_is_in_force_for_the_next_message_and_the_change_has_a_name_and_a_reason()
          throws Exception {
    assertThat(partsOf("BEFORE-1", "goes")).isPositive();
    ObjectNode agreement = active().at("/agreements/cgl").deepCopy();

    HttpResponse<String> changed =
        put(
            "/governance/agreements/cgl",
            gus(),
            agreement.deepCopy().put("suspended", true),
            "under review since Monday");

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).get("revision").asText()).isEqualTo(active().get("revision").asText());
    assertThat(active().get("by").asText()).isEqualTo("Gus Invented (gus.governance)");
    assertThat(active().get("why").asText()).isEqualTo("under review since Monday");
    assertThat(partsOf("SUSPENDED-1", "goes")).isZero();

    assertThat(put("/governance/agreements/cgl", gus(), agreement, "reviewed").statusCode())
        .isEqualTo(200);
    assertThat(partsOf("AFTER-1", "goes")).isPositive();
  }

  @Test
  void a_table_that_is_not_in_its_form_changes_nothing_and_every_fault_is_named() throws Exception {
    String before = active().get("revision").asText();

    HttpResponse<String> refused =
        put(
            "/governance/tables/functions",
            gus(),
            JSON.createObjectNode().put("functions", "all"),
            "try");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).get("code").asText()).isEqualTo("NOT_IN_FORM");
    assertThat(json(refused).get("faults")).isNotEmpty();
    HttpResponse<String> unknown =
        put("/governance/tables/no-such-table", gus(), JSON.createObjectNode(), "try");
    assertThat(json(unknown).get("faults").toString()).contains("no such table");
    assertThat(active().get("revision").asText()).isEqualTo(before);
  }

  @Test
  void a_change_without_a_reason_or_by_another_role_is_refused() throws Exception {
    String before = active().get("revision").asText();
    JsonNode agreement = active().at("/agreements/cgl");

    assertThat(json(put("/governance/agreements/cgl", gus(), agreement, " ")).get("code").asText())
        .isEqualTo("INCOMPLETE");
    String dora = tokens.person("Dora Invented", "dora.duty", "duty");
    assertThat(
            json(put("/governance/agreements/cgl", dora, agreement, "because"))
                .get("code")
                .asText())
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            json(put("/governance/agreements/cgl", tokens.agency("cgl"), agreement, "because"))
                .get("code")
                .asText())
        .isEqualTo("NOT_ALLOWED");
    assertThat(active().get("revision").asText()).isEqualTo(before);
  }

  @Test
  void of_two_changes_at_once_the_second_is_told_whose_came_first_and_changes_nothing()
      throws Exception {
    String read = active().get("revision").asText();
    ObjectNode agreement = active().at("/agreements/cgl").deepCopy();
    String ida = tokens.person("Ida Invented", "ida.governance", "governance");
    assertThat(
            put(
                    "/governance/agreements/cgl",
                    gus(),
                    agreement.deepCopy().put("reference", "ISA-2026-" + System.nanoTime()),
                    "a new reference",
                    read)
                .statusCode())
        .isEqualTo(200);
    String theirs = active().get("revision").asText();

    HttpResponse<String> second =
        put(
            "/governance/agreements/cgl",
            ida,
            agreement.deepCopy().put("suspended", true),
            "a request of ours",
            read);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).get("code").asText()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(json(second).get("by").asText()).isEqualTo("Gus Invented (gus.governance)");
    assertThat(json(second).get("why").asText()).isEqualTo("a new reference");
    assertThat(json(second).get("revision").asText()).isEqualTo(theirs);
    assertThat(active().get("revision").asText()).isEqualTo(theirs);
    assertThat(
            json(put("/governance/agreements/cgl", ida, agreement, "because", " "))
                .get("faults")
                .toString())
        .contains("Name the revision that you changed");
  }

  @Test
  void a_table_an_agreement_and_the_history_are_read_as_json_and_a_change_can_be_checked_first()
      throws Exception {
    String before = active().get("revision").asText();
    ObjectNode agreement = active().at("/agreements/cgl").deepCopy();
    assertThat(json(get("/governance/agreements/cgl", gus())).get("content")).isEqualTo(agreement);
    assertThat(json(get("/governance/tables/need", gus())).get("content"))
        .isEqualTo(active().at("/tables/need"));
    assertThat(json(get("/governance/tables/no-such", gus())).get("code").asText())
        .isEqualTo("NO_SUCH_CONTENT");
    assertThat(json(get("/governance/history", gus())).at("/revisions/0/revision").asText())
        .isEqualTo(before);
    assertThat(json(put("/governance/agreements/cgl", gus(), agreement, "nothing")).get("code").asText())
        .isEqualTo("NOTHING_CHANGED");

    HttpResponse<String> checked =
        post("/governance/agreements/cgl/check", agreement.put("reference", "ISA-2026-777"), before);

    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(json(checked).get("lines").findValuesAsText("text"))
        .contains("reference: ISA-2026-777");
    assertThat(active().get("revision").asText()).isEqualTo(before);
  }

  @Test
  void a_message_that_comes_while_the_policy_engine_is_gone_is_kept_and_decided_when_it_is_back()
      throws Exception {
    Path pidFile = folder.resolve("data/opa/opa.pid");
    long killed = Long.parseLong(Files.readString(pidFile));
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    assertThat(partsOf("ENGINE-GONE-1", "goes")).isPositive();

    assertThat(Long.parseLong(Files.readString(pidFile))).isNotEqualTo(killed);
  }

  @Test
  void without_its_policy_engine_the_gateway_says_that_it_decides_nothing_and_still_takes_messages()
      throws Exception {
    await().atMost(LIMIT).until(() -> health("deciding") == 200);

    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("data/opa/opa.pid"))))
        .orElseThrow()
        .destroyForcibly();

    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              int ready = health("readiness");
              assertThat(ready).isEqualTo(200);
              return health("deciding") == 503;
            });
    await().atMost(LIMIT).until(() -> health("deciding") == 200);
  }

  private static int health(String group) throws Exception {
    return get("/actuator/health/" + group, "").statusCode();
  }

  /**
   * Sends a request with a willing mother under a new id, waits for its decision, and counts the
   * parts that are there.
   */
  private static int partsOf(String id, String where) throws Exception {
    HttpResponse<String> accepted =
        client.send(
            request("/soap/childrens-services", tokens.agency("childrens-services"))
                .header("Content-Type", "application/soap+xml")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        envelope(Situation.supportRequest("willing-mother", id))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(accepted.statusCode()).isEqualTo(200);
    JdbcClient database = gateway.part(JdbcClient.class);
    await()
        .atMost(LIMIT)
        .until(
            () ->
                database
                    .sql("select decided_at is not null from message where sender_message_id = ?")
                    .param(id)
                    .query(Boolean.class)
                    .single());
    return database
        .sql(
            """
            select count(*) from decision d join message m on m.id = d.message_id, jsonb_array_elements(d.parts) part
            where m.sender_message_id = ? and part ->> 'where' = ?
            """)
        .params(id, where)
        .query(Integer.class)
        .single();
  }

  private static String envelope(String body) {
    return "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  private static String gus() {
    return tokens.person("Gus Invented", "gus.governance", "governance");
  }

  private static JsonNode active() throws Exception {
    return json(get("/governance", gus()));
  }

  private static HttpResponse<String> put(
      String path, String token, JsonNode content, String reason) throws Exception {
    return put(path, token, content, reason, active().get("revision").asText());
  }

  private static HttpResponse<String> put(
      String path, String token, JsonNode content, String reason, String revision)
      throws Exception {
    ObjectNode change =
        JSON.createObjectNode().put("reason", reason).put("revision", revision);
    change.set("content", content);
    return client.send(
        request(path, token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(change.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, JsonNode content, String revision)
      throws Exception {
    ObjectNode change = JSON.createObjectNode().put("reason", "try").put("revision", revision);
    change.set("content", content);
    return client.send(
        request(path, gus())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(change.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return client.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String token) {
    var request = HttpRequest.newBuilder(URI.create(gateway.address() + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
