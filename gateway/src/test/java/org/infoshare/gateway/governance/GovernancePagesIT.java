package org.infoshare.gateway.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
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
    assertThat(change(content, "as it is", read.revision()).body()).contains("In force from now on");
    PolicyRevision theirs = active();
    String mine = content.replace("\"ISA-2026-002\"", "\"ISA-2026-099\"");

    GatewayAnswer second = change(mine, "a new reference", read.revision());

    assertThat(second.body())
        .contains("somebody else changed something meanwhile")
        .contains("as it is")
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
  void a_fault_shows_what_was_written_again() {
    String before = active().revision();

    assertThat(change("name: [", "try", before).body())
        .contains("this cannot be read")
        .contains("name: [");
    assertThat(change("name: Nobody", "try", before).body()).contains("agreement cgl");
    JsonNode cgl = active().agreements().get("cgl");
    assertThat(change(cgl.toString(), " ", before).body()).contains("Enter why it is changed");

    assertThat(active().revision()).isEqualTo(before);
  }

  private static GatewayAnswer change(String content, String reason, String revision) {
    return gus.submit(
        CGL, CGL, Map.of("content", content, "reason", reason, "revision", revision));
  }

  private static PolicyRevision active() {
    return gateway.part(PolicyRevisions.class).active().orElseThrow();
  }
}
