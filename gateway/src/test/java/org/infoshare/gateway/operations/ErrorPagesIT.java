package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong is a page for a person in a browser, and RFC 9457 for a program. */
class ErrorPagesIT {

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static OperatorBrowser dora;
  private static OperatorBrowser program;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    program = gateway.loggedIn("dora.duty");
    dora = program.askingForPages();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_wrong_address_is_a_page_that_says_so() {
    for (String wrong :
        new String[] {"/operations/nowhere", "/nowhere", "/", "/governance/nowhere/else"}) {
      OperatorBrowser who =
          wrong.startsWith("/governance")
              ? gateway.loggedIn("gus.governance").askingForPages()
              : dora;
      assertPage(who.get(wrong), 404, "Page not found");
    }
    assertPage(dora.get("/operations/held/no-id"), 400, "Page not found");
    assertPage(dora.get("/operations/held/" + UUID.randomUUID() + "/release"), 405, "Page not found");
    assertThat(dora.get("/operations/nowhere").body()).contains("Dora Duty").contains("Log out");
    String unknown = "/operations/decisions/" + UUID.randomUUID();
    assertPage(dora.get(unknown), 404, "No such decision");
    assertProblem(program.get(unknown), 404, "NO_SUCH_DECISION");
    assertProblem(program.get("/operations/nowhere"), 404, "NOT_FOUND");
  }

  @Test
  void what_the_account_may_not_do_is_a_page_that_says_whom_to_ask() {
    assertPage(dora.get("/operations/governance"), 403, "You do not have permission for this");
    assertPage(dora.get("/governance"), 403, "whoever manages the accounts");
    assertProblem(program.get("/operations/governance"), 403, "NOT_ALLOWED");
  }

  @Test
  void a_form_that_was_open_too_long_says_so_and_that_nothing_was_recorded() {
    // The page that is named has no form, so the request goes without the page's token.
    String action = "/operations/held/" + UUID.randomUUID() + "/release";
    GatewayAnswer late = dora.submit("/operations.json", action, Map.of("reason", "late"));

    assertPage(late, 403, "This page has been open too long");
    assertThat(late.body()).contains("Nothing was recorded");
    assertProblem(
        program.submit("/operations.json", action, Map.of("reason", "late")), 403, "NOT_ALLOWED");
  }

  @Test
  void what_somebody_settled_before_is_a_page_that_says_so() {
    String held = "/operations/held/" + UUID.randomUUID();
    assertPage(dora.get(held), 409, "This no longer waits");
    assertPage(
        dora.submit("/operations", held + "/refuse", Map.of("reason", "not needed")),
        409,
        "Nothing was recorded now");
    assertThat(program.get(held).status()).isEqualTo(409);
    assertProblem(program.get(held), 409, "ALREADY_SETTLED");
  }

  @Test
  void an_unexpected_fault_is_a_page_without_its_cause() {
    JdbcClient database = gateway.part(JdbcClient.class);
    database.sql("alter table possible_match rename column found_at to found_once").update();
    try {
      GatewayAnswer fault = dora.get("/operations");

      assertPage(fault, 500, "Sorry, there is a problem with the gateway");
      assertThat(fault.body()).doesNotContain("found_at").doesNotContain("Exception");
      assertProblem(program.get("/operations"), 500, "FAULT");
    } finally {
      database.sql("alter table possible_match rename column found_once to found_at").update();
    }
  }

  @Test
  void an_override_that_somebody_reviewed_meanwhile_answers_a_form_with_a_page() {
    OperatorBrowser gus = gateway.loggedIn("gus.governance");
    String redAndRefused = Situation.redAgainstRefusal("RED-1");
    assertThat(gateway.childrensServices().submit(redAndRefused).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !gus.get("/operations/overrides.json").json().isEmpty());
    String override = gus.get("/operations/overrides.json").json().get(0).get("id").asText();
    String meet = "/operations/obligations/" + override + "/meet";
    assertPage(
        dora.submit("/operations", meet, Map.of("reason", "done")),
        409,
        "An override is reviewed with a finding");
    assertProblem(
        program.submit("/operations", meet, Map.of("reason", "done")), 409, "FINDING_NEEDED");
    String action = "/operations/overrides/" + override;
    Map<String, String> upheld = Map.of("finding", "upheld", "reason", "rightly feared");
    gus.submit("/operations/overrides", action, upheld);

    GatewayAnswer late =
        gus.askingForPages().submit("/operations/overrides", action, upheld);

    assertPage(late, 200, "Somebody reviewed it before.");
  }

  private static void assertPage(GatewayAnswer answer, int status, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.body()).contains("govuk-template").contains(words);
  }

  private static void assertProblem(GatewayAnswer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.field("code")).isEqualTo(code);
  }
}
