package org.infoshare.consent.cases;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What must hold of every answer, whatever is asked.
 *
 * @param variants what to ask about, from one example; the first asked first
 * @param holds whether the answers to them are as they must be
 */
record Invariant<E, A>(
    String name, List<UnaryOperator<E>> variants, BiPredicate<E, List<A>> holds) {

  /** Of one answer alone. */
  static <E, A> Invariant<E, A> of(String name, BiPredicate<E, A> holds) {
    return new Invariant<>(
        name,
        List.of(UnaryOperator.identity()),
        (example, answers) -> holds.test(example, answers.getFirst()));
  }

  List<E> asked(E example) {
    return variants.stream().map(variant -> variant.apply(example)).toList();
  }
}
