package org.infoshare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.Agencies;
import org.infoshare.routes.road.Partner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything is found and complete, and a partner that was half added is named with what it lacks.
 */
class WiringIT {

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void every_kind_of_work_has_its_handler() {
    assertThat(gateway.parts(LaneHandler.class))
        .extracting(LaneHandler::kind)
        .containsExactlyInAnyOrder(WorkKind.values());
  }

  @Test
  void
      every_partner_is_found_and_has_routes_a_transport_file_an_agreement_a_contract_and_situations() {
    assertThat(partners()).isNotEmpty();
    for (Partner partner : partners()) {
      String id = partner.id().value();
      Environment transport = gateway.part(ConfigurableEnvironment.class);
      assertThat(routes()).contains("receive." + id, "send." + id);
      assertThat(transport.getProperty("partner." + id + ".from"))
          .as("partners/%s.yaml: from", id)
          .isNotBlank();
      assertThat(transport.getProperty("partner." + id + ".to"))
          .as("partners/%s.yaml: to", id)
          .isNotBlank();
      assertThat(gateway.part(Agencies.class).find(partner.id()))
          .as("agreements/%s.yaml with a kind", id)
          .isPresent();
      assertThat(WiringIT.class.getResource("/contracts/" + id)).as("contracts/%s", id).isNotNull();
      assertThat(WiringIT.class.getResource("/fixtures/" + id)).as("fixtures/%s", id).isNotNull();
    }
  }

  @Test
  void a_gateway_that_stands_still_in_a_transaction_does_not_keep_its_locks() {
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
  }

  @Test
  void a_connection_plans_a_statement_once_to_go_by_keys_and_compiles_none() {
    assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
    assertThat(setting("enable_seqscan")).isEqualTo("off");
    assertThat(setting("jit")).isEqualTo("off");
  }

  private static String setting(String name) {
    return gateway.part(JdbcClient.class).sql("show " + name).query(String.class).single();
  }

  @Test
  void a_gateway_whose_lanes_run_is_ready() {
    var readiness =
        (CompositeHealth) gateway.part(HealthEndpoint.class).healthForPath("readiness");
    var deciding = (CompositeHealth) gateway.part(HealthEndpoint.class).healthForPath("deciding");

    assertThat(readiness.getStatus()).isEqualTo(Status.UP);
    assertThat(readiness.getComponents()).containsOnlyKeys("readinessState", "db", "lanes");
    assertThat(deciding.getComponents()).containsKeys("db", "policy", "lanes");
  }

  @Test
  void every_agreement_has_its_partner() {
    var agreements = gateway.part(PolicyRevisions.class).active().orElseThrow().agreements();

    agreements
        .fieldNames()
        .forEachRemaining(
            agency ->
                assertThat(partners())
                    .as("a route for the agreement with %s", agency)
                    .anyMatch(one -> one.id().value().equals(agency)));
  }

  @Test
  void every_route_is_named_for_what_it_does_and_for_whom() {
    for (Route route : gateway.part(CamelContext.class).getRoutes()) {
      assertThat(route.getRouteId()).matches("(receive|send)\\.[a-z-]+");
    }
  }

  private static List<Partner> partners() {
    return gateway.parts(Partner.class);
  }

  private static List<String> routes() {
    return gateway.part(CamelContext.class).getRoutes().stream().map(Route::getRouteId).toList();
  }
}
