package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every clock that the policy looks at: just before its moment, at it and just after. */
class ClocksTest {

  @TempDir Path folder;

  @Test
  void every_clock_turns_at_its_moment_and_the_answer_before_said_so() throws IOException {
    PolicyCopy copy = PolicyCopy.in(folder);
    Map<String, UnaryOperator<Scene>> clocks = clocks();
    try (AskedPolicy policy = copy.asked()) {
      var whole = InvariantsTest.whole(policy);
      List<Scene> scenes =
          CoveringSet.scenes().stream().limit(1_500).map(Scene::pastTheGates).toList();
      clocks.forEach(
          (name, before) ->
              assertThat(turns(whole, scenes.stream().map(before).toList())).as(name).isTrue());
    }
  }

  /** Some answer changes with that second, and none with the next; the first said how long it held. */
  private static boolean turns(Sweep<Scene, SceneAnswer> policy, List<Scene> before) {
    for (int at = 0; at < before.size(); at += 50) {
      List<Scene> some = before.subList(at, at + 50);
      List<SceneAnswer> first = policy.answers(some);
      List<SceneAnswer> then = policy.answers(some.stream().map(s -> s.later(1)).toList());
      for (int i = 0; i < some.size(); i++) {
        SceneAnswer.Told told = first.get(i).told().get(0);
        if (!told.sameAs(then.get(i).told().get(0))) {
          return told.validUntil() == some.get(i).now() + 1;
        }
      }
    }
    return false;
  }

  /** Each brings a scene to the second before the clock's moment, all else being away from its own. */
  private static Map<String, UnaryOperator<Scene>> clocks() {
    var clocks = new LinkedHashMap<String, UnaryOperator<Scene>>();
    for (String law : Tables.names("commencement")) {
      long day = Tables.startOf(Tables.at("commencement", law).textValue());
      clocks.put(law + " in force", s -> calm(s).with("it", SceneAttributes.BEFORE_LAW).around(day));
    }
    clocks.put(
        "an agreement begins", s -> beforeAgreements(s).with("recipient.agency", "begins"));
    clocks.put("an agreement ends", s -> beforeAgreements(s).with("recipient.agency", "ended"));
    clocks.put(
        "a claim was assessed too long ago",
        s ->
            SceneMonotony.supported(calm(s))
                .with("assessed", "at the last second of the time of an immediate claim"));
    clocks.put(
        "a red rating is stale",
        s ->
            calm(s)
                .with("immediate", "false")
                .with("rag", "red")
                .with("assessed", "at the last second of the time of a red rating"));
    clocks.put(
        "an assessment is no longer to come",
        s -> SceneMonotony.supported(calm(s)).with("assessed", SceneAttributes.SOON));
    clocks.put(
        "a consent begins",
        s ->
            SceneMonotony.freely(calm(s), "given")
                .with("segment.consent_at", SceneAttributes.SOON));
    clocks.put(
        "a consent runs out",
        s ->
            SceneMonotony.freely(calm(s), "given")
                .with("segment.consent_expires", SceneAttributes.SOON));
    clocks.put(
        "a release is made",
        s ->
            calm(s)
                .with("rag", "red")
                .with("immediate", "false")
                .with("recipient.released", "L5")
                .with("recipient.released_at", SceneAttributes.SOON));
    return clocks;
  }

  /** Away from every moment but one. */
  private static Scene calm(Scene s) {
    return SceneMonotony.freely(s, "refused")
        .with("it", "a second after the new law")
        .with("assessed", SceneAttributes.JUST_PAST)
        .with("recipient.released", "nothing");
  }

  private static Scene beforeAgreements(Scene s) {
    return calm(s).with("it", SceneAttributes.BEFORE_AGREEMENTS);
  }
}
