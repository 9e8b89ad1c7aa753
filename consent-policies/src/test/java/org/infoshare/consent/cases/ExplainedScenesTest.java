package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Explanation;
import org.infoshare.consent.OpaBinary;
import org.infoshare.consent.OpaPolicyDecisionPoint;
import org.infoshare.consent.OpaServer;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.RuleTexts;
import org.infoshare.consent.words.PersonRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant I10, through the port as the gateway asks it: so every scene is in the form, too. */
class ExplainedScenesTest {

  private static final int SCENES = 600;
  private static final int AT_ONCE = 50;

  @TempDir Path folder;

  @Test
  void every_part_is_explained_and_no_explanation_says_what_was_withheld() throws IOException {
    PolicyFiles files = PolicyFiles.read(PolicyCopy.in(folder).folder());
    JsonNode texts = files.tables().get("texts");
    var rules = new TreeSet<String>();
    try (var opa =
            OpaServer.start(
                OpaBinary.path(),
                List.of(
                    PolicyBundle.kernel(files.rules()),
                    PolicyBundle.tables(files.tables(), files.agreements())));
        var policy = new OpaPolicyDecisionPoint(opa.address(), Duration.ofSeconds(60))) {
      for (int at = 0; at < SCENES; at += AT_ONCE) {
        List<DisclosureRequest> requests =
            CoveringSet.scenes().subList(at, at + AT_ONCE).stream()
                .map(Scene::pastTheGates)
                .flatMap(scene -> requests(scene).stream())
                .toList();
        List<Decision> decisions = policy.decide(requests);
        for (int i = 0; i < requests.size(); i++) {
          explained(requests.get(i), decisions.get(i), texts);
          decisions.get(i).segments().values().forEach(one -> rules.add(one.rule().value()));
        }
      }
    }
    assertThat(rules).hasSizeGreaterThan(60).anyMatch(rule -> rule.startsWith("override:"));
  }

  private static void explained(DisclosureRequest request, Decision decision, JsonNode texts) {
    var explanation =
        new Explanation(request, decision, RuleTexts.packaged(), texts, Map.of());
    int parts = decision.segments().size();
    List<String> sender = explanation.forSender(Set.of());
    List<String> lead = explanation.forLead();
    List<String> person = new ArrayList<>();
    IntStream.range(0, Scene.SHAPE.parts())
        .mapToObj(part -> new PersonRef(SceneRequest.person(part)))
        .forEach(one -> person.addAll(explanation.forPerson(one, Set.of())));
    assertThat(sender.stream().filter(line -> !line.startsWith("To do: "))).hasSize(parts);
    assertThat(decision.segments().keySet())
        .allSatisfy(part -> assertThat(lead).anyMatch(line -> line.contains("[" + part + ", ")));
    assertThat(List.of(sender, lead, person))
        .allSatisfy(
            lines ->
                assertThat(lines)
                    .noneMatch(
                        line -> line.contains("null") || line.contains(SceneRequest.NAMED)));
    assertThat(person.size()).isLessThanOrEqualTo(parts);
    decision
        .segments()
        .forEach(
            (part, verdict) -> {
              if (verdict.rule().value().startsWith("B.")) {
                assertThat(person.size()).isLessThan(parts);
              }
            });
  }

  private static List<DisclosureRequest> requests(Scene scene) {
    ObjectNode asked = scene.asked();
    var requests = new ArrayList<DisclosureRequest>();
    asked
        .get("recipients")
        .forEach(
            own -> {
              ObjectNode whole = asked.get("message").deepCopy();
              whole.setAll((ObjectNode) own);
              try {
                requests.add(PolicyJson.mapper().treeToValue(whole, DisclosureRequest.class));
              } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
              }
            });
    return requests;
  }
}
