package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.error.GatewayErrors;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

  @Test
  void who_sent_what_cannot_be_read_learns_what_to_do_and_whom_to_ring() {
    var received = new Received(new AgencyId("cgl"), "answers", new byte[0], Instant.EPOCH);

    var refused =
        new GatewayErrors(new FakeLedger(), "ring 01632 960123")
            .refused(received, new MalformedMessage(MalformedMessage.Code.NOT_VALID, "state", "is missing"));

    assertThat(refused.fault()).isEqualTo(Outcome.Fault.SENDER);
    assertThat(refused.code()).isEqualTo("NOT_VALID");
    assertThat(refused.whatToDo()).isEqualTo("state: is missing. Not received: for urgent concerns ring 01632 960123");
  }
}
