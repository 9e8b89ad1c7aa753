package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.infoshare.consent.words.Word;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.RecallConfirmation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The canonical message and the policy do not know each other; that they use the same words is held
 * here.
 */
class OneWordForOneIdeaTest {

  @TestFactory
  Stream<DynamicTest> the_policy_has_every_word_of_the_message() {
    return Stream.of(
        same(
            org.infoshare.model.Category.values(),
            org.infoshare.model.Category::word,
            org.infoshare.consent.words.Category.values()),
        same(
            org.infoshare.model.Purpose.values(),
            org.infoshare.model.Purpose::word,
            org.infoshare.consent.words.Purpose.values()),
        same(
            org.infoshare.model.Standing.values(),
            org.infoshare.model.Standing::word,
            org.infoshare.consent.words.Standing.values()),
        same(
            org.infoshare.model.Rag.values(),
            org.infoshare.model.Rag::word,
            org.infoshare.consent.words.Rag.values()),
        same(
            org.infoshare.model.PersonType.values(),
            org.infoshare.model.PersonType::word,
            org.infoshare.consent.words.PersonType.values()),
        same(
            org.infoshare.model.PlanType.values(),
            org.infoshare.model.PlanType::word,
            org.infoshare.consent.words.Plan.values()),
        same(
            org.infoshare.model.RelationKind.values(),
            org.infoshare.model.RelationKind::word,
            org.infoshare.consent.words.RelationKind.values()),
        same(
            org.infoshare.model.LinkKind.values(),
            org.infoshare.model.LinkKind::word,
            org.infoshare.consent.words.LinkKind.values()),
        same(
            org.infoshare.model.ConsentKind.values(),
            org.infoshare.model.ConsentKind::word,
            org.infoshare.consent.words.ConsentKind.values()),
        same(
            org.infoshare.model.ConsentState.values(),
            org.infoshare.model.ConsentState::word,
            org.infoshare.consent.words.ConsentState.values()),
        same(
            org.infoshare.model.Authority.values(),
            org.infoshare.model.Authority::word,
            org.infoshare.consent.words.Authority.values()),
        same(
            org.infoshare.model.Circumstances.values(),
            org.infoshare.model.Circumstances::word,
            org.infoshare.consent.words.Circumstances.values()),
        same(
            org.infoshare.model.Coercion.values(),
            org.infoshare.model.Coercion::word,
            org.infoshare.consent.words.Coercion.values()));
  }

  @Test
  void the_policy_has_a_word_for_every_kind_of_message() {
    var words =
        Arrays.stream(org.infoshare.consent.words.MessageKind.values()).map(Word::word).toList();
    assertThat(CaseMessage.class.getPermittedSubclasses())
        // Goes to nobody: the policy's word for whatever tells how things stand is enough.
        .filteredOn(kind -> kind != RecallConfirmation.class)
        .extracting(Class::getSimpleName)
        .allSatisfy(
            name ->
                assertThat(words)
                    .contains(
                        name.replaceAll("(?<=.)([A-Z])", "_$1")
                            .toLowerCase(java.util.Locale.ROOT)));
  }

  private static <M extends Enum<M>> DynamicTest same(
      M[] model, Function<M, String> word, Word[] policy) {
    return DynamicTest.dynamicTest(
        model[0].getClass().getSimpleName(),
        () -> {
          List<String> words = Arrays.stream(policy).map(Word::word).toList();
          assertThat(Arrays.stream(model).map(word)).containsExactlyInAnyOrderElementsOf(words);
        });
  }
}
