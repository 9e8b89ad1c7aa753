package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infoshare.consent.Decision;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.Revisions;
import org.infoshare.consent.words.Outcome;
import org.junit.jupiter.api.Test;

class CurrentPolicyOnlyTest {

  private static final Revisions IN_FORCE = new Revisions("kernel-1", "7-abc");

  @Test
  void an_answer_by_the_revisions_in_force_stands() {
    assertThat(answeredBy(IN_FORCE, IN_FORCE).decide(List.of())).hasSize(2);
  }

  @Test
  void an_answer_by_older_tables_is_no_answer() {
    assertThatThrownBy(
            () -> answeredBy(IN_FORCE, new Revisions("kernel-1", "6-def")).decide(List.of()))
        .isInstanceOf(PolicyUnavailable.class);
  }

  @Test
  void an_answer_by_another_gateways_rules_is_no_answer() {
    assertThatThrownBy(() -> answeredBy(new Revisions("kernel-0", "7-abc")).decide(List.of()))
        .isInstanceOf(PolicyUnavailable.class);
  }

  @Test
  void what_was_activated_while_the_engine_was_asked_makes_its_answer_an_older_one() {
    var inForce = new ArrayList<>(List.of(IN_FORCE));
    PolicyDecisionPoint engine =
        requests -> {
          inForce.set(0, new Revisions("kernel-1", "8-fed"));
          return List.of(decidedBy(IN_FORCE));
        };

    assertThatThrownBy(() -> new CurrentPolicyOnly(engine, inForce::getFirst).decide(List.of()))
        .isInstanceOf(PolicyUnavailable.class);
  }

  private static PolicyDecisionPoint answeredBy(Revisions... revisions) {
    List<Decision> decisions =
        List.of(revisions).stream().map(CurrentPolicyOnlyTest::decidedBy).toList();
    return new CurrentPolicyOnly(requests -> decisions, () -> IN_FORCE);
  }

  private static Decision decidedBy(Revisions revisions) {
    return new Decision(
        Outcome.values()[0], Map.of(), List.of(), Instant.EPOCH, NullNode.getInstance(), revisions);
  }
}
