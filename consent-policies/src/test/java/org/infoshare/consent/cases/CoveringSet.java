package org.infoshare.consent.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Questions in which each triple of values is found, for some recipient and some part. The same each
 * time.
 */
final class CoveringSet {

  private static final long SEED = 20_261_124L;

  /** What has few values is met often enough by chance. */
  private static final int CHOSEN = 14;

  private static final int AT_ONCE = 20_000;

  private static final Supplier<List<Combination>> COMBINATIONS = once(Combination::covering);
  private static final Supplier<List<Combination>> PAST_THE_GATES =
      once(Combination::coveringPastTheGates);
  private static final Supplier<List<Scene>> SCENES = once(Scene::covering);

  private final List<int[]> views;
  private final int[] sizes;
  private final int[] places;
  private final List<Integer> chosen;
  private final Covering covering;
  private final List<int[]> questions = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);

  private CoveringSet(Shape shape) {
    views = shape.views();
    sizes = shape.attributes().stream().mapToInt(Attribute::size).toArray();
    places = shape.places();
    covering = new Covering(shape.attributes());
    chosen =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(a -> -sizes[a]))
            .limit(CHOSEN)
            .toList();
  }

  static List<Combination> combinations() {
    return COMBINATIONS.get();
  }

  static List<Combination> combinationsPastTheGates() {
    return PAST_THE_GATES.get();
  }

  static List<Scene> scenes() {
    return SCENES.get();
  }

  private static <T> Supplier<T> once(Supplier<T> made) {
    var kept = new ConcurrentHashMap<String, T>();
    return () -> kept.computeIfAbsent("made", any -> made.get());
  }

  /** The values of each question, where the shape has their places. */
  static List<int[]> of(Shape shape) {
    var set = new CoveringSet(shape);
    int before;
    do {
      before = set.covering.seen();
      for (int i = 0; i < 100; i++) {
        set.add(set.greedy());
      }
    } while (set.covering.seen() - before > 100 * 4 * set.views.size());
    for (List<Covering.Triple> missing = set.missing(); !missing.isEmpty(); missing = set.missing()) {
      set.add(set.packed(missing));
    }
    return set.questions;
  }

  private List<Covering.Triple> missing() {
    return covering.unseen(AT_ONCE);
  }

  private void add(int[] question) {
    questions.add(question);
    views.forEach(view -> covering.see(IntStream.of(view).map(at -> question[at]).toArray()));
  }

  private int[] any() {
    int[] question = new int[places[sizes.length]];
    for (int a = 0; a < sizes.length; a++) {
      for (int at = places[a]; at < places[a + 1]; at++) {
        question[at] = random.nextInt(sizes[a]);
      }
    }
    return question;
  }

  /** One value after the other is chosen that meets most of what was not seen with those before. */
  private int[] greedy() {
    int[] question = any();
    for (int i = 2; i < chosen.size(); i++) {
      int a = chosen.get(i);
      for (int at = places[a]; at < places[a + 1]; at++) {
        int best = question[at];
        int most = -1;
        int first = random.nextInt(sizes[a]);
        for (int k = 0; k < sizes[a]; k++) {
          int value = (first + k) % sizes[a];
          int fresh = fresh(question, i, at, value);
          if (fresh > most) {
            most = fresh;
            best = value;
          }
        }
        question[at] = best;
      }
    }
    return question;
  }

  private int fresh(int[] question, int i, int at, int value) {
    int a = chosen.get(i);
    int fresh = 0;
    for (int[] view : views) {
      if (view[a] == at) {
        for (int j = 0; j < i; j++) {
          int b = chosen.get(j);
          for (int k = 0; k < j; k++) {
            int c = chosen.get(k);
            if (!covering.saw(a, value, b, question[view[b]], c, question[view[c]])) {
              fresh++;
            }
          }
        }
      }
    }
    return fresh;
  }

  /** As many of the missing triples as find room in one question. */
  private int[] packed(List<Covering.Triple> missing) {
    int[] question = any();
    boolean[] taken = new boolean[question.length];
    for (Covering.Triple triple : missing) {
      for (int[] view : views) {
        if (fits(question, taken, view, triple)) {
          for (int k = 0; k < 3; k++) {
            int at = view[triple.attributes()[k]];
            question[at] = triple.values()[k];
            taken[at] = true;
          }
          break;
        }
      }
    }
    return question;
  }

  private static boolean fits(
      int[] question, boolean[] taken, int[] view, Covering.Triple triple) {
    for (int k = 0; k < 3; k++) {
      int at = view[triple.attributes()[k]];
      if (taken[at] && question[at] != triple.values()[k]) {
        return false;
      }
    }
    return true;
  }
}
