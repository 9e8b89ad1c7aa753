package org.infoshare.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.SegmentRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpaPolicyDecisionPointTest {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final WireMockServer opa =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private OpaPolicyDecisionPoint policy;

  @BeforeEach
  void start() {
    opa.start();
    policy = new OpaPolicyDecisionPoint(URI.create("http://127.0.0.1:" + opa.port()), LIMIT);
  }

  @AfterEach
  void stop() {
    policy.close();
    opa.stop();
  }

  @Test
  void a_whole_decision_is_read_to_the_last_part() {
    answers(okJson("{\"result\": [[" + decision() + "]]}"));
    Decision decision = policy.decide(Requests.referral());
    assertThat(decision.outcome()).isEqualTo(Outcome.PERMIT_REDACTED);
    assertThat(decision.released()).isEqualTo(refs("s1", "s2"));
    assertThat(decision.out()).isEqualTo(refs("s3"));
    assertThat(decision.held()).isEmpty();
    assertThat(decision.segments().get(new SegmentRef("s1")).basis().orElseThrow().gateway())
        .contains("consent");
    assertThat(decision.obligations()).hasSize(1);
    assertThat(decision.validUntil()).isEqualTo(Instant.ofEpochSecond(1795399999));
    assertThat(decision.revisions()).isEqualTo(new Revisions("k1", "t1"));
  }

  @Test
  void opa_is_asked_once_for_all_requests_with_exactly_what_they_say_and_about_each_message_once() {
    answersInTurn("k1", "k2", "k3");
    ObjectNode other = Requests.tree();
    other.withObject("/recipient").put("function", "mental_health");
    ObjectNode later = Requests.tree().put("now", 1795312346L);
    assertThat(
            policy.decide(
                List.of(Requests.referral(), Requests.read(later), Requests.read(other))))
        .extracting(decision -> decision.revisions().kernel())
        .containsExactly("k1", "k3", "k2");
    opa.verify(1, postRequestedFor(anyUrl()));
    opa.verify(
        postRequestedFor(urlEqualTo("/v1/data/sharing/answers"))
            .withRequestBody(
                equalToJson(
                    "{\"input\": {\"messages\": [%s, %s]}}"
                        .formatted(
                            asked(Requests.referral(), Requests.read(other)),
                            asked(Requests.read(later))),
                    true,
                    false)));
  }

  @Test
  void nobody_is_asked_about_nothing() {
    assertThat(policy.decide(List.of())).isEmpty();
    opa.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void an_undefined_result_is_no_decision() {
    refused(okJson("{}"));
  }

  @Test
  void an_error_or_a_broken_answer_is_no_decision() {
    refused(aResponse().withStatus(500).withBody("{\"code\": \"internal_error\"}"));
    refused(aResponse().withStatus(404));
    refused(okJson("this is not JSON"));
    refused(okJson(""));
    refused(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    refused(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  @Test
  void an_answer_for_more_or_fewer_requests_is_no_decision() {
    refused(okJson("{\"result\": []}"));
    refused(okJson("{\"result\": [[]]}"));
    refused(okJson("{\"result\": [[" + decision() + ", " + decision() + "]]}"));
    refused(okJson("{\"result\": [[" + decision() + "], [" + decision() + "]]}"));
    refused(okJson("{\"result\": [" + decision() + "]}"));
    refused(okJson("{\"result\": " + decision() + "}"));
    refused(okJson("{\"result\": [[null]]}"));
    refused(okJson("{\"result\": [[{}]]}"));
    refused(okJson("{\"result\": true}"));
  }

  @Test
  void an_answer_for_more_or_fewer_segments_is_no_decision() {
    refused(answer -> answer.withObject("/segments").remove("s3"));
    refused(
        answer ->
            answer.withObject("/segments").putObject("s4").put("where", "goes").put("rule", "C1"));
    refused(answer -> answer.putObject("segments"));
    refused(answer -> answer.remove("segments"));
  }

  @Test
  void a_word_that_nobody_knows_is_no_decision() {
    refused(answer -> answer.withObject("/segments/s3").put("where", "maybe"));
    refused(answer -> answer.withObject("/segments/s3").remove("where"));
    refused(answer -> answer.withObject("/segments/s3").put("rule", ""));
    refused(answer -> answer.withObject("/segments/s3").remove("rule"));
    refused(answer -> answer.put("outcome", "PERMIT_ALL"));
    refused(answer -> answer.putArray("obligations").addObject().put("code", "O99"));
    refused(answer -> answer.putArray("obligations").addObject().put("code", "O8"));
    refused(answer -> answer.put("more", "than anybody asked for"));
  }

  @Test
  void a_part_that_is_missing_is_no_decision() {
    for (String part :
        List.of("outcome", "obligations", "valid_until", "given", "revisions", "segments")) {
      refused(answer -> answer.remove(part));
    }
    refused(answer -> answer.withObject("/revisions").remove("tables"));
    refused(answer -> answer.withObject("/revisions").remove("kernel"));
  }

  @Test
  void an_outcome_that_contradicts_the_verdicts_is_no_decision() {
    refused(answer -> answer.put("outcome", "DENY"));
    refused(answer -> answer.put("outcome", "HOLD"));
    refused(answer -> answer.put("outcome", "PERMIT+HOLD"));
    refused(
        answer -> {
          answer.withObject("/segments/s1").put("where", "out");
          answer.withObject("/segments/s2").put("where", "out");
        });
  }

  @Test
  void nothing_goes_without_a_lawful_basis() {
    refused(answer -> answer.withObject("/segments/s1").putNull("basis"));
    refused(answer -> answer.withObject("/segments/s1").remove("basis"));
    refused(answer -> answer.withObject("/segments/s1/basis").putNull("art6"));
  }

  @Test
  void an_answer_that_takes_too_long_is_no_decision() {
    answers(okJson("{\"result\": [[" + decision() + "]]}").withFixedDelay(5_000));
    try (var impatient =
        new OpaPolicyDecisionPoint(
            URI.create("http://127.0.0.1:" + opa.port()), Duration.ofMillis(100))) {
      assertThatThrownBy(() -> impatient.decide(Requests.referral()))
          .isInstanceOf(PolicyUnavailable.class)
          .hasMessageContaining("took longer than PT0.1S");
    }
  }

  @Test
  void nobody_there_is_no_decision() {
    opa.stop();
    assertThatThrownBy(() -> policy.decide(Requests.referral()))
        .isInstanceOf(PolicyUnavailable.class);
  }

  @Test
  void a_request_that_is_not_in_its_form_is_not_asked_about() {
    ObjectNode twice = Requests.tree();
    twice.withArray("/segments").add(twice.at("/segments/0").deepCopy());
    assertThatThrownBy(() -> policy.decide(Requests.read(twice)))
        .isInstanceOf(InvalidDisclosureRequest.class)
        .hasMessageContaining("an id stands twice");
    opa.verify(0, postRequestedFor(anyUrl()));
  }

  private void refused(Consumer<ObjectNode> change) {
    ObjectNode answer = (ObjectNode) PolicyYaml.read(decision());
    change.accept(answer);
    refused(okJson("{\"result\": [[" + answer + "]]}"));
  }

  private void refused(ResponseDefinitionBuilder answer) {
    answers(answer);
    assertThatThrownBy(() -> policy.decide(Requests.referral()))
        .as(answer.build().getBody())
        .isInstanceOf(PolicyUnavailable.class);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    opa.resetMappings();
    opa.stubFor(post(anyUrl()).willReturn(answer.withHeader("Content-Type", "application/json")));
  }

  /** Two answers about the first message and one about the second, each known by its revision. */
  private void answersInTurn(String first, String second, String third) {
    answers(
        okJson(
            "{\"result\": [[%s, %s], [%s]]}"
                .formatted(
                    decision().replace("k1", first),
                    decision().replace("k1", second),
                    decision().replace("k1", third))));
  }

  private static ObjectNode asked(DisclosureRequest... requests) {
    ObjectNode asked = PolicyJson.mapper().createObjectNode();
    asked.set("message", PolicyJson.tree(requests[0]).without(List.of("recipient", "releases")));
    var recipients = asked.putArray("recipients");
    for (DisclosureRequest request : requests) {
      recipients.add(PolicyJson.tree(request).retain("recipient", "releases"));
    }
    return asked;
  }

  private static Set<SegmentRef> refs(String... ids) {
    return Stream.of(ids).map(SegmentRef::new).collect(Collectors.toUnmodifiableSet());
  }

  private static String decision() {
    return """
        {"outcome": "PERMIT_REDACTED", "segments": {
          "s1": {"where": "goes", "rule": "C1", "basis": {"art6": "6(1)(e)", "art9": null,
            "sch1": null, "art10": null, "gateway": "consent"}},
          "s2": {"where": "goes", "rule": "L:CA2004_16LA", "basis": {"art6": "6(1)(c)",
            "art9": null, "sch1": null, "art10": null, "gateway": "statute"}},
          "s3": {"where": "out", "rule": "N1", "basis": null}},
         "obligations": [{"code": "O8", "owner": "gateway", "due": "with_message",
           "before_sending": false, "silent": false, "repeats": false}],
         "valid_until": 1795399999, "given": {"risk": "amber"},
         "revisions": {"kernel": "k1", "tables": "t1"}}""";
  }
}
