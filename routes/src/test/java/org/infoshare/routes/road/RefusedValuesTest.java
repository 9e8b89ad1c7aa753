package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.infoshare.model.CaseReference;
import org.infoshare.model.MessageId;
import org.infoshare.model.Personal;
import org.infoshare.routes.error.GatewayErrors;
import org.junit.jupiter.api.Test;

/** A value that the contract lets pass and that says nothing all the same. */
class RefusedValuesTest {

  private final FakeLedger ledger = new FakeLedger();
  private final Road road =
      new Road(
          new Accept(ledger, Invented.agencies(), (sender, state) -> Map.of()),
          new GatewayErrors(ledger, "ring 01632 960123"),
          Invented.CLOCK);

  @Test
  void is_the_senders_to_mend_and_leaves_a_trace() {
    for (Supplier<?> value :
        List.<Supplier<?>>of(
            () -> new Personal("\u2003"), () -> new MessageId("an id"), () -> new CaseReference("Sample Alder"))) {
      assertThat(answered(value))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              told -> {
                assertThat(told.fault()).isEqualTo(Outcome.Fault.SENDER);
                assertThat(told.code()).isEqualTo("NOT_VALID");
                assertThat(told.toString()).doesNotContain("Alder", "send it again later");
              });
    }
    assertThat(ledger.refused).extracting(RefusedInput::code).containsOnly("NOT_VALID").hasSize(3);
  }

  @Test
  void a_fault_of_our_own_stays_one() {
    assertThat(answered(() -> List.of().getFirst()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, told -> assertThat(told.fault()).isEqualTo(Outcome.Fault.GATEWAY));
  }

  private Outcome answered(Supplier<?> reading) {
    var received =
        new Received(
            Invented.CHILDRENS_SERVICES, "", "<x/>".getBytes(StandardCharsets.UTF_8), Invented.NOW);
    return road.answered(
        received,
        () -> {
          reading.get();
          throw new IllegalStateException("read");
        });
  }
}
