package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.SegmentRef;
import org.junit.jupiter.api.Test;

class RealOpaTest {

  private static final PolicyFiles FILES = PolicyFiles.packaged();
  private static final PolicyBundle KERNEL = PolicyBundle.kernel(FILES.rules());

  @Test
  void a_message_is_decided_for_each_of_its_recipients_in_one_query() {
    ObjectNode school = Requests.tree();
    school.withObject("/recipient").put("agency", "hill-school").put("function", "school_dsl");
    List<Decision> decisions =
        asked(
            List.of(KERNEL, tables(FILES.tables(), FILES.agreements())),
            List.of(Requests.referral(), Requests.read(school)));
    assertThat(decisions.get(0).outcome()).isEqualTo(Outcome.PERMIT_REDACTED);
    assertThat(rules(decisions.get(0)))
        .isEqualTo(Map.of("s1", "C1", "s2", "L:CA2004_16LA", "s3", "N1"));
    assertThat(rules(decisions.get(1))).isEqualTo(Map.of("s1", "N2", "s2", "N2", "s3", "N2"));
  }

  @Test
  void both_revisions_stand_in_every_decision() {
    PolicyBundle tables = tables(FILES.tables(), FILES.agreements());
    Decision decision = asked(List.of(KERNEL, tables), List.of(Requests.referral())).getFirst();
    assertThat(decision.revisions()).isEqualTo(new Revisions(KERNEL.revision(), tables.revision()));
  }

  @Test
  void a_table_that_was_tightened_decides_from_then_on() {
    var tightened = new TreeMap<>(FILES.tables());
    ObjectNode need = tightened.get("need").deepCopy();
    need.withObject("/need/TREATMENT_REFERRAL/treatment").putArray("need").add("identity");
    tightened.put("need", need);
    PolicyBundle tables = PolicyBundle.tables(tightened, FILES.agreements(), "draft-7");
    Decision decision = asked(List.of(KERNEL, tables), List.of(Requests.referral())).getFirst();
    assertThat(rules(decision)).isEqualTo(Map.of("s1", "C1", "s2", "N1", "s3", "N1"));
    assertThat(decision.revisions().tables()).isEqualTo("draft-7");
  }

  @Test
  void without_an_agreement_the_recipient_is_no_party() {
    var agreements = new TreeMap<>(FILES.agreements());
    agreements.remove("cgl");
    Decision decision =
        asked(List.of(KERNEL, tables(FILES.tables(), agreements)), List.of(Requests.referral()))
            .getFirst();
    assertThat(rules(decision)).isEqualTo(Map.of("s1", "S3", "s2", "S3", "s3", "N1"));
    assertThat(decision.released()).isEmpty();
  }

  @Test
  void a_bundle_that_is_missing_is_no_decision() {
    assertThatThrownBy(() -> asked(List.of(KERNEL), List.of(Requests.referral())))
        .isInstanceOf(PolicyUnavailable.class);
    assertThatThrownBy(
            () ->
                asked(
                    List.of(tables(FILES.tables(), FILES.agreements())),
                    List.of(Requests.referral())))
        .isInstanceOf(PolicyUnavailable.class);
  }

  @Test
  void a_bundle_that_does_not_load_stops_the_start_and_says_why() {
    var broken = new TreeMap<>(FILES.rules());
    broken.put(
        "kernel/decision.rego", "package sharing.decision\n\nof(derived) := undefined_word\n");
    PolicyBundle kernel = PolicyBundle.kernel(broken);
    assertThatThrownBy(() -> start(List.of(kernel)))
        .isInstanceOf(PolicyUnavailable.class)
        .hasMessageContaining("undefined_word");
  }

  @Test
  void the_served_policy_has_no_door_to_the_kernel() {
    assertThat(KERNEL.revision()).startsWith("kernel-");
    assertThat(FILES.rules().keySet())
        .noneMatch(path -> path.contains("runner"))
        .noneMatch(path -> path.contains("_test"));
  }

  @Test
  void who_reaches_the_engine_gets_decisions_and_nothing_else() throws Exception {
    try (OpaServer opa = start(List.of(KERNEL, tables(FILES.tables(), FILES.agreements())));
        var http = HttpClient.newHttpClient()) {
      String kernel =
          "{\"query\": \"x := data.sharing.decision.of({\\\"given\\\": {}, \\\"segments\\\": []})\"}";
      assertThat(status(http, opa, "POST", "/v1/query", kernel)).isEqualTo(401);
      assertThat(status(http, opa, "POST", "/v1/data/sharing/decision", "{}")).isEqualTo(401);
      assertThat(status(http, opa, "GET", "/v1/data/tables", "")).isEqualTo(401);
      assertThat(status(http, opa, "GET", "/v1/policies", "")).isEqualTo(401);
      assertThat(status(http, opa, "PUT", "/v1/policies/mine", "package mine")).isEqualTo(401);
      assertThat(status(http, opa, "PUT", "/v1/data/mine", "{}")).isEqualTo(401);
      assertThat(status(http, opa, "POST", "/v1/data/revisions/kernel", "{}")).isEqualTo(200);
    }
  }

  private static int status(
      HttpClient http, OpaServer opa, String method, String path, String body) throws Exception {
    return http.send(
            HttpRequest.newBuilder(opa.address().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void the_same_request_gets_the_same_answer_until_its_clock_runs_out() {
    ObjectNode later = Requests.tree();
    try (OpaServer opa = start(List.of(KERNEL, tables(FILES.tables(), FILES.agreements())));
        var policy = new OpaPolicyDecisionPoint(opa.address(), Duration.ofSeconds(20))) {
      Decision first = policy.decide(Requests.referral());
      later.put("now", first.validUntil().getEpochSecond() - 1).put("phase", "retry");
      Decision again = policy.decide(Requests.read(later));
      assertThat(again.segments()).isEqualTo(first.segments());
      assertThat(again.obligations()).isEqualTo(first.obligations());
      assertThat(again.validUntil()).isEqualTo(first.validUntil());
      assertThat(Requests.read(later).hash()).isEqualTo(Requests.referral().hash());
    }
  }

  private static List<Decision> asked(
      List<PolicyBundle> bundles, List<DisclosureRequest> requests) {
    try (OpaServer opa = start(bundles);
        var policy = new OpaPolicyDecisionPoint(opa.address(), Duration.ofSeconds(20))) {
      return policy.decide(requests);
    }
  }

  private static OpaServer start(List<PolicyBundle> bundles) {
    return OpaServer.start(OpaBinary.path(), bundles);
  }

  private static PolicyBundle tables(
      Map<String, JsonNode> tables, Map<String, JsonNode> agreements) {
    return PolicyBundle.tables(tables, agreements);
  }

  private static Map<String, String> rules(Decision decision) {
    var rules = new TreeMap<String, String>();
    decision
        .segments()
        .forEach((SegmentRef id, Verdict verdict) -> rules.put(id.value(), verdict.rule().value()));
    return rules;
  }
}
