package org.infoshare.consent.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a policy about many examples, and tells what does not hold by its smallest example. */
final class Sweep<E extends Example<E>, A> {

  private static final int LOOKED_AT = 4;

  private final Function<List<E>, List<A>> policy;
  private final Function<A, String> words;
  private final AtomicLong asked = new AtomicLong();

  Sweep(Function<List<E>, List<A>> policy, Function<A, String> words) {
    this.policy = policy;
    this.words = words;
  }

  /** How many answers were given. */
  long asked() {
    return asked.get();
  }

  /** Each invariant that does not hold of all examples, in words. */
  List<String> broken(List<E> examples, int batch, List<Invariant<E, A>> invariants) {
    Map<Invariant<E, A>, List<E>> broken =
        IntStream.range(0, (examples.size() + batch - 1) / batch)
            .parallel()
            .mapToObj(i -> examples.subList(i * batch, Math.min(examples.size(), (i + 1) * batch)))
            .flatMap(some -> found(some, invariants).stream())
            .collect(
                Collectors.groupingBy(
                    Found::invariant,
                    LinkedHashMap::new,
                    Collectors.mapping(Found::example, Collectors.toList())));
    return broken.entrySet().stream().map(one -> told(one.getKey(), one.getValue())).toList();
  }

  private List<Found<E, A>> found(List<E> examples, List<Invariant<E, A>> invariants) {
    var wanted = new LinkedHashSet<E>();
    examples.forEach(one -> invariants.forEach(i -> wanted.addAll(i.asked(one))));
    Map<E, A> answers = answers(wanted);
    var found = new ArrayList<Found<E, A>>();
    for (E one : examples) {
      for (Invariant<E, A> invariant : invariants) {
        List<A> those = invariant.asked(one).stream().map(answers::get).toList();
        if (!invariant.holds().test(one, those)) {
          found.add(new Found<>(invariant, one));
        }
      }
    }
    return found;
  }

  /** In the order of the examples. */
  List<A> answers(List<E> examples) {
    Map<E, A> answers = answers(new LinkedHashSet<>(examples));
    return examples.stream().map(answers::get).toList();
  }

  /** Each is asked about once, however many invariants look at it. */
  private Map<E, A> answers(LinkedHashSet<E> wanted) {
    List<E> all = List.copyOf(wanted);
    List<A> answers = policy.apply(all);
    if (answers.size() != all.size()) {
      throw new IllegalStateException("not every question was answered");
    }
    asked.addAndGet(all.size());
    return IntStream.range(0, all.size()).boxed().collect(Collectors.toMap(all::get, answers::get));
  }

  private String told(Invariant<E, A> invariant, List<E> broken) {
    E smallest =
        broken.stream()
            .limit(LOOKED_AT)
            .map(one -> smallest(invariant, one))
            .min(Comparator.comparingInt(one -> one.words().length()))
            .orElseThrow();
    String got =
        List.copyOf(invariant.asked(smallest)).stream()
            .map(one -> answers(new LinkedHashSet<>(List.of(one))).get(one))
            .map(words)
            .collect(Collectors.joining(", then "));
    return "%s, but where %s it %s".formatted(invariant.name(), smallest.words(), got);
  }

  /** One thing after the other is made harmless, as long as it still breaks. */
  private E smallest(Invariant<E, A> invariant, E broken) {
    E before;
    E smallest = broken;
    do {
      before = smallest;
      for (int thing = 0; thing < smallest.size(); thing++) {
        E calmer = smallest.calmed(thing);
        if (!calmer.equals(smallest) && !found(List.of(calmer), List.of(invariant)).isEmpty()) {
          smallest = calmer;
        }
      }
    } while (!smallest.equals(before));
    return smallest;
  }

  private record Found<E, A>(Invariant<E, A> invariant, E example) {}
}
