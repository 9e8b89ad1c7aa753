package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The invariants that only the whole policy can keep: I8, I9, I10 and I12. */
class WholePolicyTest {

  private static final int REQUESTS = 1_000;
  private static final PolicyFiles FILES = PolicyFiles.packaged();
  private static final Set<String> SPECIAL = words("special_category");
  private static final Set<String> OFFENCE = words("art10", "categories");

  private static OpaServer opa;
  private static OpaPolicyDecisionPoint policy;
  private static List<DisclosureRequest> requests;
  private static List<Decision> decisions;

  @BeforeAll
  static void ask() {
    opa =
        OpaServer.start(
            OpaBinary.path(),
            List.of(
                PolicyBundle.kernel(FILES.rules()),
                PolicyBundle.tables(
                    FILES.tables(), Map.of("everybody", RandomRequests.agreement()))));
    policy = new OpaPolicyDecisionPoint(opa.address(), Duration.ofSeconds(60));
    var random = new RandomRequests(20_261_124L);
    requests = IntStream.range(0, REQUESTS).mapToObj(i -> random.next()).toList();
    decisions = decide(requests);
  }

  @AfterAll
  static void stop() {
    policy.close();
    opa.close();
  }

  @Test
  void the_requests_reach_far_enough_to_mean_something() {
    Map<String, Long> rules =
        decisions.stream()
            .flatMap(decision -> decision.segments().values().stream())
            .collect(Collectors.groupingBy(v -> v.rule().value(), Collectors.counting()));
    assertThat(rules).hasSizeGreaterThan(30);
    assertThat(rules.keySet())
        .anyMatch(r -> r.startsWith("override:"))
        .anyMatch(r -> r.startsWith("H:"));
  }

  @Test
  void what_goes_names_the_conditions_that_the_law_asks_for() {
    decisions.forEach(
        decision ->
            decision
                .given()
                .get("segments")
                .forEach(
                    told -> {
                      Verdict verdict = verdict(decision, told);
                      if (verdict.where() == Where.GOES) {
                        Basis basis = verdict.basis().orElseThrow();
                        String category = told.get("category").textValue();
                        assertThat(basis.art9().isPresent()).isEqualTo(SPECIAL.contains(category));
                        assertThat(basis.sch1().isPresent()).isEqualTo(SPECIAL.contains(category));
                        assertThat(basis.art10().isPresent()).isEqualTo(OFFENCE.contains(category));
                        assertThat(basis.gateway()).isPresent();
                      }
                    }));
  }

  @Test
  void what_goes_by_consent_goes_by_a_yes_about_that_person_for_just_that() {
    int cited = 0;
    for (int i = 0; i < REQUESTS; i++) {
      DisclosureRequest request = requests.get(i);
      for (DisclosureRequest.Segment segment : request.segments()) {
        String rule = decisions.get(i).segments().get(segment.id()).rule().value();
        if (rule.startsWith("C1")) {
          cited++;
          assertThat(request.consents()).anyMatch(consent -> agrees(consent, segment, request));
        }
      }
    }
    assertThat(cited).isGreaterThan(20);
  }

  private static boolean agrees(
      DisclosureRequest.Consent consent,
      DisclosureRequest.Segment segment,
      DisclosureRequest request) {
    return consent.kind() == ConsentKind.CONFIDENTIALITY
        && consent.state() == ConsentState.GIVEN
        && consent.subject().equals(segment.about())
        && !consent.at().isAfter(request.now())
        && consent.expires().filter(end -> !end.isAfter(request.now())).isEmpty()
        && consent.authority() != Authority.NONE
        && consent.coercion() == Coercion.NONE
        && consent.scope().filter(scope -> !covers(scope, segment, request)).isEmpty();
  }

  private static boolean covers(
      DisclosureRequest.Scope scope, DisclosureRequest.Segment segment, DisclosureRequest request) {
    return names(scope.purposes(), request.message().purpose())
        && names(scope.categories(), segment.category().orElseThrow())
        && names(scope.recipients(), request.recipient().agency())
        && names(scope.about(), segment.about());
  }

  private static <T> boolean names(Set<T> named, T one) {
    return named.isEmpty() || named.contains(one);
  }

  @Test
  void every_segment_has_an_explanation() {
    var rules = RuleTexts.packaged();
    JsonNode texts = FILES.tables().get("texts");
    for (int i = 0; i < REQUESTS; i++) {
      var explanation = new Explanation(requests.get(i), decisions.get(i), rules, texts, Map.of());
      assertThat(explanation.forSender(Set.of())).hasSizeGreaterThanOrEqualTo(4);
      assertThat(explanation.forLead())
          .hasSizeGreaterThanOrEqualTo(6)
          .noneMatch(l -> l.contains("null"));
      assertThat(explanation.forPerson(new PersonRef("p1"), Set.of())).noneMatch(l -> l.contains("null"));
    }
  }

  @Test
  void the_same_facts_in_another_order_get_the_same_answer() {
    List<DisclosureRequest> turned = requests.stream().map(WholePolicyTest::turned).toList();
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(turned.get(i).hash()).isEqualTo(requests.get(i).hash());
    }
    assertSame(decide(turned));
  }

  @Test
  void the_answer_stays_the_same_through_the_last_second_that_it_names() {
    List<DisclosureRequest> later =
        IntStream.range(0, REQUESTS)
            .mapToObj(i -> at(requests.get(i), decisions.get(i).validUntil().getEpochSecond() - 1))
            .toList();
    assertSame(decide(later));
  }

  private static void assertSame(List<Decision> again) {
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(again.get(i).segments()).isEqualTo(decisions.get(i).segments());
      assertThat(again.get(i).outcome()).isEqualTo(decisions.get(i).outcome());
      assertThat(Set.copyOf(again.get(i).obligations()))
          .isEqualTo(Set.copyOf(decisions.get(i).obligations()));
      assertThat(again.get(i).validUntil()).isEqualTo(decisions.get(i).validUntil());
    }
  }

  private static DisclosureRequest at(DisclosureRequest request, long moment) {
    return Requests.read(PolicyJson.tree(request).put("now", moment).put("phase", "retry"));
  }

  private static DisclosureRequest turned(DisclosureRequest request) {
    ObjectNode tree = PolicyJson.tree(request);
    for (String list : List.of("consents", "relations", "segments", "releases")) {
      List<JsonNode> items = tree.get(list).valueStream().toList();
      tree.putArray(list).addAll(items.reversed());
    }
    return Requests.read(tree);
  }

  private static List<Decision> decide(List<DisclosureRequest> all) {
    return IntStream.range(0, all.size() / 100)
        .mapToObj(batch -> policy.decide(all.subList(batch * 100, batch * 100 + 100)))
        .flatMap(List::stream)
        .toList();
  }

  private static Verdict verdict(Decision decision, JsonNode told) {
    return decision.segments().get(new SegmentRef(told.get("id").textValue()));
  }

  private static Set<String> words(String... path) {
    JsonNode node = FILES.tables().get("bases");
    for (String part : path) {
      node = node.get(part);
    }
    var words = new TreeSet<String>();
    node.forEach(word -> words.add(word.textValue()));
    return words;
  }
}
