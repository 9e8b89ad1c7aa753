package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infoshare.consent.PolicyJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvariantsTest {

  private static final int COMBINATIONS_AT_ONCE = 50;
  private static final int SCENES_AT_ONCE = 200;

  /** Of so many scenes one is asked about in all the ways that an invariant compares. */
  private static final int ONE_OF = 36;

  /** What stands in a request for the record alone. */
  private static final Set<String> NOT_LOOKED_AT = Set.of("phase", "necessity", "proportionality");

  @TempDir static Path folder;

  private static List<Combination> combinations;
  private static List<Combination> combinationsPastTheGates;
  private static List<Scene> scenes;
  private static AskedPolicy policy;

  @BeforeAll
  static void start() throws Exception {
    combinations = CoveringSet.combinations();
    combinationsPastTheGates = CoveringSet.combinationsPastTheGates();
    scenes = CoveringSet.scenes();
    policy = PolicyCopy.in(folder).asked();
  }

  @AfterAll
  static void stop() {
    policy.close();
  }

  @Test
  void no_combination_breaks_an_invariant() {
    Duration before = computed();
    var kernel = kernel(policy);
    var whole = whole(policy);
    var broken = new ArrayList<String>();
    for (List<Combination> some :
        List.of(combinations, combinationsPastTheGates)) {
      broken.addAll(kernel.broken(some, COMBINATIONS_AT_ONCE, KernelInvariants.all()));
    }
    List<Scene> open = scenes.stream().map(Scene::pastTheGates).toList();
    for (List<Scene> some : List.of(scenes, oneOf(3, open))) {
      broken.addAll(whole.broken(some, SCENES_AT_ONCE, SceneInvariants.ofOneAnswer()));
    }
    broken.addAll(whole.broken(oneOf(ONE_OF, open), SCENES_AT_ONCE / 10, SceneInvariants.ofSeveral()));
    Duration took = computed().minus(before).dividedBy(2);
    long asked = kernel.asked() + whole.asked() * Scene.SHAPE.recipients();
    figures(
        "%,d combinations, %,d of them of the kernel alone, in %d seconds on two processors"
            .formatted(asked, kernel.asked(), took.toSeconds()));
    assertThat(broken).isEmpty();
    assertThat(asked).isGreaterThanOrEqualTo(200_000);
  }

  @Test
  void the_combinations_of_the_kernel_have_every_triple_of_values() {
    var covering = new Covering(Combination.attributes());
    combinations.forEach(one -> covering.see(one.values()));
    told(covering);
  }

  @Test
  void the_scenes_have_every_triple_of_values() {
    var covering = new Covering(SceneAttributes.ALL);
    List<int[]> views = Scene.SHAPE.views();
    scenes.forEach(
            scene ->
                views.forEach(
                    view ->
                        covering.see(IntStream.of(view).map(at -> scene.values()[at]).toArray())));
    told(covering);
  }

  @Test
  void the_scenes_have_every_word_that_the_form_of_a_request_knows() throws IOException {
    var met = new HashSet<String>();
    scenes.forEach(scene -> meet("", scene.asked(), met));
    JsonNode form;
    try (InputStream schema = PolicyJson.class.getResourceAsStream("schema/disclosure-request.json")) {
      form = PolicyJson.mapper().readTree(schema);
    }
    var known = new HashSet<String>();
    know("", form, known);
    known.removeIf(word -> NOT_LOOKED_AT.contains(word.substring(0, word.indexOf(' '))));
    assertThat(known).hasSizeGreaterThan(150);
    known.removeAll(met);
    assertThat(known).isEmpty();
  }

  private static void meet(String name, JsonNode node, Set<String> met) {
    if (node.isValueNode()) {
      met.add(name + " " + node.asText());
    }
    node.properties().forEach(one -> meet(one.getKey(), one.getValue(), met));
    node.valueStream().filter(one -> node.isArray()).forEach(one -> meet(name, one, met));
  }

  private static void know(String name, JsonNode form, Set<String> known) {
    if (form.path("type").asText().equals("boolean")) {
      known.addAll(List.of(name + " true", name + " false"));
    }
    form.path("enum").forEach(word -> known.add(name + " " + word.asText()));
    form.path("properties").properties().forEach(one -> know(one.getKey(), one.getValue(), known));
    for (String inner : List.of("items", "additionalProperties")) {
      if (form.path(inner).isObject()) {
        know(name, form.get(inner), known);
      }
    }
  }

  private static void told(Covering covering) {
    figures("%,d of %,d triples of values".formatted(covering.seen(), covering.all()));
    assertThat(covering.unseen(1)).isEmpty();
    assertThat(covering.seen()).isEqualTo(covering.all());
  }

  /** Into the log of the build, where the figures can be looked up. */
  private static void figures(String words) {
    System.out.println("Invariants: " + words);
  }

  private static List<Scene> oneOf(int some, List<Scene> scenes) {
    return IntStream.range(0, scenes.size() / some).mapToObj(i -> scenes.get(i * some)).toList();
  }

  /** How long processors worked, here and in OPA: whatever else runs on this machine. */
  private static Duration computed() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().children())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  static Sweep<Combination, KernelAnswer> kernel(AskedPolicy policy) {
    return new Sweep<>(
        combinations -> {
          ObjectNode input = JsonNodeFactory.instance.objectNode();
          var cases = input.putArray("cases");
          combinations.forEach(one -> cases.add(one.derived()));
          return policy.kernels(input).valueStream().map(KernelAnswer::of).toList();
        },
        KernelAnswer::words);
  }

  static Sweep<Scene, SceneAnswer> whole(AskedPolicy policy) {
    return new Sweep<>(
        scenes -> {
          ObjectNode input = JsonNodeFactory.instance.objectNode();
          var messages = input.putArray("messages");
          scenes.forEach(one -> messages.add(one.asked()));
          JsonNode answers = policy.answers(input);
          return IntStream.range(0, scenes.size())
              .mapToObj(i -> SceneAnswer.of(scenes.get(i), answers.get(i)))
              .toList();
        },
        SceneAnswer::words);
  }
}
