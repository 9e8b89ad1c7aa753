package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infoshare.consent.OpaBinary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvariantsTest {

  /** So many have every triple of values, but few of them get past the gates. */
  private static final int ANYTHING = 7_000;

  /** These do, and differ in everything else. */
  private static final int PAST_THE_GATES = 4_000;

  private static final int BATCH = 50;
  private static final long SEED = 20_261_124L;

  private static final AtomicInteger ASKED = new AtomicInteger();

  private static AskedPolicy policy;

  @BeforeAll
  static void start() {
    policy = new AskedPolicy(OpaBinary.path(), OpaBinary.POLICY);
  }

  @AfterAll
  static void stop() {
    policy.close();
  }

  @Test
  void no_combination_of_what_the_kernel_is_given_breaks_an_invariant() {
    List<Invariant> invariants = Invariant.all();
    List<Combination> combinations = combinations();
    ASKED.set(0);
    Duration before = computed();
    List<String> broken =
        IntStream.range(0, (combinations.size() + BATCH - 1) / BATCH)
            .parallel()
            .mapToObj(
                batch ->
                    combinations.subList(
                        batch * BATCH, Math.min(combinations.size(), (batch + 1) * BATCH)))
            .flatMap(batch -> broken(batch, invariants).stream())
            .toList();
    assertThat(broken).isEmpty();
    assertThat(ASKED.get()).isGreaterThanOrEqualTo(200_000);
    assertThat(computed().minus(before).dividedBy(Runtime.getRuntime().availableProcessors()))
        .isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void the_combinations_have_every_triple_of_values() {
    int[] sizes = Combination.attributes().stream().mapToInt(a -> a.values().size()).toArray();
    List<Combination> combinations = combinations();
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        for (int c = b + 1; c < sizes.length; c++) {
          var seen = new BitSet();
          for (Combination one : combinations) {
            int[] v = one.values();
            seen.set((v[a] * sizes[b] + v[b]) * sizes[c] + v[c]);
          }
          assertThat(seen.cardinality()).isEqualTo(sizes[a] * sizes[b] * sizes[c]);
        }
      }
    }
  }

  @Test
  void an_invariant_that_does_not_hold_is_told_by_its_smallest_example() {
    Invariant wrong =
        Invariant.of(
            "what is refused never goes",
            (c, answer) -> !c.is("segment.consent", "refused") || !answer.goes());
    assertThat(broken(combinations().subList(0, 500), List.of(wrong)))
        .isNotEmpty()
        .allSatisfy(
            words ->
                assertThat(words)
                    .startsWith("what is refused never goes, but where ")
                    .contains("the segment's consent is refused")
                    .satisfies(w -> assertThat(w.split(" is ")).hasSizeLessThan(8)));
  }

  /**
   * How long processors worked, here and in OPA: a minute of this machine, whatever else runs on
   * it.
   */
  private static Duration computed() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().children())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Combination> combinations() {
    var random = new SplittableRandom(SEED);
    return IntStream.range(0, ANYTHING + PAST_THE_GATES)
        .mapToObj(
            i -> {
              Combination any = Combination.random(random);
              return i < ANYTHING ? any : any.pastTheGates();
            })
        .toList();
  }

  private static List<String> broken(List<Combination> batch, List<Invariant> invariants) {
    var asked = new ArrayList<Combination>();
    batch.forEach(one -> invariants.forEach(i -> asked.addAll(i.asked(one))));
    List<Invariant.Answer> answers = answers(asked);
    var broken = new ArrayList<String>();
    int at = 0;
    for (Combination one : batch) {
      for (Invariant invariant : invariants) {
        int next = at + invariant.variants().size();
        if (!invariant.holds().test(one, answers.subList(at, next))) {
          broken.add(words(invariant, smallest(invariant, one)));
        }
        at = next;
      }
    }
    return broken;
  }

  /** One attribute after the other is made harmless, as long as it still breaks. */
  private static Combination smallest(Invariant invariant, Combination broken) {
    Combination smallest = broken;
    for (int at = 0; at < broken.values().length; at++) {
      Combination calmer = smallest.calmed(at);
      if (!invariant.holds().test(calmer, answers(invariant.asked(calmer)))) {
        smallest = calmer;
      }
    }
    return smallest;
  }

  private static String words(Invariant invariant, Combination example) {
    List<String> got =
        answers(invariant.asked(example)).stream().map(Invariant.Answer::words).toList();
    return "%s, but where %s it %s"
        .formatted(invariant.name(), example.words(), String.join(", then ", got));
  }

  /** Each combination is asked about once, however many invariants look at it. */
  private static List<Invariant.Answer> answers(List<Combination> wanted) {
    List<Combination> asked = wanted.stream().distinct().toList();
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    var cases = input.putArray("cases");
    asked.forEach(one -> cases.add(one.derived()));
    JsonNode answers = policy.kernels(input);
    assertThat(answers).hasSameSizeAs(asked);
    ASKED.addAndGet(asked.size());
    Map<Combination, Invariant.Answer> read =
        IntStream.range(0, asked.size())
            .boxed()
            .collect(Collectors.toMap(asked::get, at -> Invariant.Answer.of(answers.get(at))));
    return wanted.stream().map(read::get).toList();
  }
}
