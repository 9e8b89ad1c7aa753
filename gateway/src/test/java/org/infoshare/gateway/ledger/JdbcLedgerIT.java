package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.MessageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcLedgerIT {

  @Test
  void smoke(@TempDir Path folder) {
    try (var world = new TestLedger(folder)) {
      var intake = Invented.referral("M-1").person(Invented.P1, org.infoshare.model.PersonType.PARENT, false, Invented.mosaic("77")).intake();
      var taken = world.ledger.accept(intake);
      assertThat(taken).isInstanceOf(Acceptance.Taken.class);
      assertThat(world.ledger.accept(intake)).isInstanceOf(Acceptance.Again.class);
      var turn = world.take(WorkKind.DECIDE);
      var undecided = world.ledger.undecided(new MessageKey(turn.ref()));
      var decision = new Decisions(undecided.message(), Invented.TREATMENT, world.now.get()).held("s2", "U1").made();
      world.ledger.decided(turn.turn(), new Decided(undecided.key(), undecided.knowledge().version(), List.of(decision)));
      System.out.println(world.ledger.state(Invented.CHILDRENS_SERVICES, undecided.message().envelope().id()));
      var send = world.take(WorkKind.DELIVER);
      System.out.println(world.ledger.outgoing(new org.infoshare.routes.road.DeliveryKey(send.ref())));
    }
  }
}
