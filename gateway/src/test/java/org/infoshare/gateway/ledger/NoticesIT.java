package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.infoshare.gateway.ledger.Notice.Waiting;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.MessageKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is not at the desk is told of what waits there. */
class NoticesIT {

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void every_address_is_told_once_of_what_waits_longer_than_a_minute_of_a_red_message() {
    waits("guard_hit", world.accept(referral("M-1").red()));
    look(Duration.ofSeconds(59));
    assertThat(world.waiting(WorkKind.PAGE)).as("perhaps somebody is at the desk").isEmpty();

    look(Duration.ofSeconds(60));
    look(Duration.ofSeconds(70));

    assertThat(world.waiting(WorkKind.PAGE)).hasSize(2);
    assertThat(List.of(next(), next()))
        .allSatisfy(
            notice -> assertThat(notice.waiting()).containsExactly(new Waiting("guard_hit", 1, 0)))
        .extracting(Notice::number)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void of_any_message_they_are_told_what_is_held_past_its_time_and_of_an_ordinary_one_nothing_else() {
    MessageKey ordinary = world.accept(referral("M-1"));
    waits("guard_hit", ordinary);
    look(Duration.ofMinutes(2));
    assertThat(world.waiting(WorkKind.PAGE)).isEmpty();

    waits("hold_expired", ordinary);
    look(Duration.ofMinutes(4));
    assertThat(next().waiting()).containsExactly(new Waiting("hold_expired", 1, 0));
  }

  @Test
  void what_came_up_together_is_one_e_mail_with_immediate_risks_first() {
    waits("guard_hit", world.accept(referral("M-1").red()));
    waits("guard_hit", world.accept(referral("M-2").red()));
    waits("undecidable", world.accept(referral("M-3").immediate()));
    world.database.sql("delete from lane_row where kind = 'PAGE'").update();
    look(Duration.ofMinutes(2));
    assertThat(next().waiting())
        .containsExactly(new Waiting("undecidable", 1, 1), new Waiting("guard_hit", 2, 0));
  }

  @Test
  void what_was_seen_to_before_the_e_mail_goes_is_not_told() {
    waits("guard_hit", world.accept(referral("M-1").red()));
    look(Duration.ofMinutes(2));
    world.database.sql("update attention set state = 'done'").update();
    assertThat(next().waiting()).isEmpty();
  }

  private void waits(String kind, MessageKey message) {
    world
        .database
        .sql("insert into attention (kind, code, message_id, opened_at) values (?, 'CODE', ?, ?)")
        .params(kind, message.value(), Sql.at(world.now.get()))
        .update();
  }

  private void look(Duration later) {
    world.now.set(TestLedger.START.plus(later));
    world.notices.queue(2);
  }

  private Notice next() {
    return world.notices.find(world.take(WorkKind.PAGE).ref()).orElseThrow();
  }
}
