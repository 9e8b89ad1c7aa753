package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.P2;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.Conflict.In;
import org.infoshare.model.PersonType;
import org.infoshare.routes.road.MessageKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsIT {

  private static final Instant LATER = TestLedger.START.plus(Duration.ofMinutes(7));

  @AutoClose private TestLedger world;
  private final Set<UUID> seen = new HashSet<>();
  private MessageKey first;

  @BeforeEach
  void a_message(@TempDir Path folder) {
    world = new TestLedger(folder);
    first = world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
  }

  @Test
  void both_are_seen_with_their_times_and_the_risk_of_each() {
    Conflict conflict = refused(same().at(LATER).immediate());
    assertThat(conflict.reference()).isEqualTo("M-1");
    assertThat(conflict.sender()).isEqualTo("childrens-services");
    assertThat(conflict.first().id()).isEqualTo(first.value());
    assertThat(conflict.first().at()).isEqualTo(TestLedger.START);
    assertThat(conflict.first().risk()).isEqualTo("amber");
    assertThat(conflict.second().at()).isEqualTo(LATER);
    assertThat(conflict.second().risk()).isEqualTo("immediate");
    assertThat(conflict.second().by().orElseThrow().role()).isEqualTo("social_worker");
    assertThat(conflict.compared().orElseThrow().fields()).containsExactly("risk");
    assertThat(conflict.compared().orElseThrow().parts()).isEmpty();
    assertThat(conflict.compared().orElseThrow().alike()).isEqualTo(2);
  }

  @Test
  void where_they_differ_is_told_by_name_and_never_what_they_say() {
    Conflict conflict =
        refused(
            same()
                .inCase("FAM-2")
                .history("Nobody may read this here.")
                .person(P2, PersonType.INDEX_CHILD, false, mosaic("78"))
                .named(P2, "Testa", "Sample-Reed", "2019-02-03"));
    var compared = conflict.compared().orElseThrow();
    assertThat(compared.fields()).containsExactlyInAnyOrder("case_reference", "persons");
    assertThat(compared.parts())
        .containsExactly(
            new Conflict.Part("s1", "risk_statement", In.BOTH),
            new Conflict.Part("name-p2", "identity", In.SECOND));
    assertThat(compared.alike()).isEqualTo(1);
    assertThat(Rows.of(conflict))
        .doesNotContain("Nobody may read")
        .doesNotContain("Testa")
        .doesNotContain("Sample-Reed")
        .doesNotContain("FAM-2");
  }

  @Test
  void a_part_that_only_the_first_has_is_named_too() {
    world.accept(referral("M-2").named(P1, "Testa", "Sample-Reed", "2019-02-03"));
    Conflict conflict = refused(referral("M-2"));
    assertThat(conflict.compared().orElseThrow().parts())
        .containsExactly(new Conflict.Part("name-p1", "identity", In.FIRST));
  }

  @Test
  void it_waits_until_a_person_closes_it_and_another_under_the_same_id_waits_by_itself() {
    Conflict second = refused(same().history("Something else."));
    Conflict third = refused(same().history("Something else again."));
    world.deliveries.close(second.waits().orElseThrow(), "Dot Duty", "rang them");
    Conflict closed = world.conflicts.find(second.id()).orElseThrow();
    assertThat(closed.waits()).isEmpty();
    assertThat(closed.closed())
        .isEqualTo(Optional.of(new Conflict.Closed(TestLedger.START, "Dot Duty")));
    assertThat(world.conflicts.find(third.id()).orElseThrow().waits()).isPresent();
  }

  @Test
  void the_escalation_stands_with_it_until_somebody_has_it() {
    Conflict conflict = refused(same().red());
    var open = conflict.escalation().orElseThrow();
    assertThat(open.open()).isTrue();
    world.pages.acknowledge(open.id(), "Dot Duty", "duty");
    assertThat(world.conflicts.find(conflict.id()).orElseThrow().escalation().orElseThrow().taken())
        .isEqualTo(Optional.of(new Conflict.Closed(TestLedger.START, "Dot Duty")));
    assertThat(refused(same().history("Something else.")).escalation()).isEmpty();
  }

  @Test
  void what_can_no_longer_be_read_is_still_seen_to_have_come() {
    Conflict conflict = refused(same().red());
    world.database.sql("update conflict set canonical = '\\x00'").update();
    Conflict unreadable = world.conflicts.find(conflict.id()).orElseThrow();
    assertThat(unreadable.compared()).isEmpty();
    assertThat(unreadable.second().risk()).isEqualTo("red");
    assertThat(unreadable.second().by()).isEmpty();
  }

  @Test
  void the_risk_of_one_that_was_kept_before_it_was_noted_is_read_in_it() {
    Conflict conflict = refused(same().immediate());
    world.database.sql("update conflict set rag = null, immediate = null").update();
    assertThat(world.conflicts.find(conflict.id()).orElseThrow().second().risk())
        .isEqualTo("immediate");
  }

  @Test
  void there_is_none_under_an_id_that_names_none() {
    assertThat(world.conflicts.find(UUID.randomUUID())).isEmpty();
  }

  private static Invented same() {
    return referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77"));
  }

  private Conflict refused(Invented message) {
    world.ledger.accept(message.intake());
    UUID newest =
        world
            .database
            .sql("select id from conflict where id <> all (?)")
            .param(seen.toArray(UUID[]::new))
            .query(UUID.class)
            .single();
    seen.add(newest);
    return world.conflicts.find(newest).orElseThrow();
  }
}
