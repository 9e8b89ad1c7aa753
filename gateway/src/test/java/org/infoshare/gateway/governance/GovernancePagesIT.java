package org.infoshare.gateway.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.infoshare.consent.PolicyYaml;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and agreements as an IG lead changes them in a browser. */
class GovernancePagesIT {

  private static final String CGL = "/operations/governance/agreements/cgl";

  @TempDir static Path folder;
  private static RunningGateway gateway;
  private static OperatorBrowser gus;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
    gus = gateway.loggedIn("gus.governance");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void what_is_in_force_is_listed_with_who_changed_it_and_why() {
    assertThat(gus.get("/operations/governance").body())
        .contains("CGL drug and alcohol service")
        .contains("need")
        .contains(active().why())
        .contains(active().revision());
    assertThat(gus.get("/operations").body()).contains("/operations/governance");
    assertThat(gus.get("/operations/governance/tables/no-such").status()).isEqualTo(404);
    assertThat(gus.get("/operations/governance/letters/cgl").status()).isEqualTo(404);
    OperatorBrowser dora = gateway.loggedIn("dora.duty");
    assertThat(dora.get("/operations/governance").status()).isEqualTo(403);
    assertThat(dora.get(CGL).status()).isEqualTo(403);
  }

  @Test
  void of_two_changes_at_once_the_second_is_told_and_nothing_of_it_is_lost() {
    PolicyRevision read = active();
    String content = read.agreements().get("cgl").toPrettyString();
    assertThat(
            change(content.replace("2027-03-31", "2027-04-30"), "a month more", read.revision())
                .body())
        .contains("In force from now on");
    PolicyRevision theirs = active();
    String mine = content.replaceFirst("\"ISA-2026-[0-9]+\"", "\"ISA-2026-099\"");

    GatewayAnswer second = change(mine, "a new reference", read.revision());

    assertThat(second.body())
        .contains("somebody else changed something meanwhile")
        .contains("a month more")
        .contains("gus.governance")
        .contains("ISA-2026-099")
        .contains("a new reference")
        .contains("What is in force now")
        .contains("value=\"" + theirs.revision() + "\"");
    assertThat(active().revision()).isEqualTo(theirs.revision());

    assertThat(change(mine, "a new reference", theirs.revision()).body())
        .contains("In force from now on");
    assertThat(active().agreements().at("/cgl/reference").asText()).isEqualTo("ISA-2026-099");
    assertThat(active().by()).contains("gus.governance");
  }

  @Test
  void tables_and_agreements_are_named_by_what_they_are_about() {
    assertThat(gus.get("/operations/governance").body())
        .contains(">What each function needs for each purpose</a>")
        .contains(">CGL drug and alcohol service</a>");
    assertThat(gus.get("/operations/governance/tables/need").body())
        .contains("<title>Change: What each function needs for each purpose")
        .contains("Change the table need")
        .contains("What each function needs for each purpose</h1>");
  }

  @Test
  void a_fault_shows_what_was_written_again() {
    String before = active().revision();

    assertThat(change("name: [", "try", before).body())
        .contains("Line 1: this cannot be read as YAML")
        .contains("name: [");
    assertThat(change("name: A\na: &a [*a]", "try", before).body())
        .contains("Line 2: ")
        .contains("an anchor refers to itself");
    String wrongDay =
        PolicyYaml.write(active().agreements().get("cgl"))
            .replaceAll("(?m)^until: .*", "until: next spring");
    long line = wrongDay.lines().takeWhile(one -> !one.startsWith("until")).count() + 1;
    assertThat(change(wrongDay, "try", before).body()).contains("Line " + line + ": until: write a day as 2027-03-31");
    assertThat(change("name: Nobody", "try", before).body()).contains("Line 1: &#39;from&#39; is missing");
    JsonNode cgl = active().agreements().get("cgl");
    assertThat(change(cgl.toString(), " ", before).body()).contains("Enter why it is changed");

    assertThat(active().revision()).isEqualTo(before);
  }

  @Test
  void what_says_the_same_as_what_is_in_force_is_refused() {
    PolicyRevision before = active();
    String same = PolicyYaml.write(before.agreements().get("cgl"));

    assertThat(change(same, "nothing", before.revision()).body())
        .contains("this says what is in force already");
    assertThat(check(same, "nothing", before.revision()).body())
        .contains("this says what is in force already");
    assertThat(active().revision()).isEqualTo(before.revision());
  }

  @Test
  void a_change_is_shown_line_by_line_before_it_is_put_in_force() {
    PolicyRevision before = active();
    String other =
        PolicyYaml.write(before.agreements().get("cgl"))
            .replace("policy_document: APD-CGL-2026", "policy_document: APD-CGL-2027");

    GatewayAnswer checked = check(other, "a new document", before.revision());

    assertThat(checked.body())
        .containsPattern("Taken out: </span>policy_document: APD-CGL-2026")
        .containsPattern("Put in: </span>policy_document: APD-CGL-2027")
        .contains("a new document")
        .contains("Put it in force");
    assertThat(checked.body().replaceAll("(?s).*gateway-diff(.*?)</ol>.*", "$1"))
        .contains("policy_document")
        .doesNotContain("purposes:");
    assertThat(active().revision()).isEqualTo(before.revision());
    assertThat(check("name: [", "try", before.revision()).body())
        .contains("Line 1: ")
        .doesNotContain("Put it in force");
    assertThat(
            gus.submit(
                    CGL,
                    CGL + "/edit",
                    Map.of("content", other, "reason", "once more", "revision", before.revision()))
                .body())
        .contains("APD-CGL-2027")
        .contains("once more")
        .contains("Check the change");
  }

  @Test
  void every_change_stands_in_the_history_with_who_when_why_and_what() {
    PolicyRevision before = active();
    String other =
        PolicyYaml.write(before.agreements().get("cgl"))
            .replaceAll("(?m)^reference: .*", "reference: ISA-2026-123");
    change(other, "for the history", before.revision());
    String made = active().revision();

    String history = gus.get("/operations/governance/history").body();
    String step = gus.get("/operations/governance/history/" + made).body();

    assertThat(history)
        .contains("for the history")
        .contains("gus.governance")
        .contains(made)
        .contains("the tables as delivered");
    assertThat(history.indexOf(made)).isLessThan(history.indexOf("the tables as delivered"));
    assertThat(step)
        .contains("Agreement cgl")
        .contains("Put in: </span>reference: ISA-2026-123")
        .contains(before.revision())
        .doesNotContain("Table need");
    assertThat(gus.get("/operations/governance/history/no-such").status()).isEqualTo(404);
    assertThat(gus.get("/operations/governance/history?page=2147483647").status()).isEqualTo(200);
    assertThat(gus.get("/operations/governance/history?page=-1").status()).isEqualTo(200);
    assertThat(gus.get("/operations/governance").body()).contains("/operations/governance/history");
    assertThat(gateway.loggedIn("dora.duty").get("/operations/governance/history").status())
        .isEqualTo(403);
  }

  @Test
  void a_table_and_an_agreement_are_there_as_json() {
    JsonNode table = gus.get("/operations/governance/tables/need.json").json();

    assertThat(table.get("content")).isEqualTo(active().tables().get("need"));
    assertThat(table.get("revision").asText()).isEqualTo(active().revision());
    assertThat(gus.get(CGL + ".json").json().get("content"))
        .isEqualTo(active().agreements().get("cgl"));
    assertThat(gus.get("/operations/governance/tables/no-such.json").field("code"))
        .isEqualTo("NO_SUCH_CONTENT");
    assertThat(gateway.loggedIn("dora.duty").get(CGL + ".json").status()).isEqualTo(403);
  }

  private static GatewayAnswer check(String content, String reason, String revision) {
    return gus.submit(
        CGL, CGL + "/check", Map.of("content", content, "reason", reason, "revision", revision));
  }

  private static GatewayAnswer change(String content, String reason, String revision) {
    return gus.submit(
        CGL, CGL, Map.of("content", content, "reason", reason, "revision", revision));
  }

  private static PolicyRevision active() {
    return gateway.part(PolicyRevisions.class).active().orElseThrow();
  }
}
