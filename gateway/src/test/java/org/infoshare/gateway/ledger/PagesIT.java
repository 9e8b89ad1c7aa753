package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.infoshare.gateway.ledger.TestLedger.Taken;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesIT {

  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final int ADDRESSES = 2;

  @AutoClose private TestLedger world;
  private UUID escalation;

  @BeforeEach
  void an_immediate_risk(@TempDir Path folder) {
    world = new TestLedger(folder);
    world.accept(referral("M-1").immediate());
    escalation = world.database.sql("select id from escalation").query(UUID.class).single();
  }

  @Test
  void a_page_that_cannot_be_sent_is_tried_again() {
    Taken first = world.take(WorkKind.PAGE);
    world.pages.failed(first.turn(), first.ref(), "MAIL_NOT_SENT", Duration.ofMinutes(1));
    assertThat(world.text("select tries || ' ' || last_error from page"))
        .isEqualTo("1 MAIL_NOT_SENT");
    world.endBackOffs();
    Taken again = world.take(WorkKind.PAGE);
    assertThat(again.ref()).isEqualTo(first.ref());
    world.pages.sent(again.turn(), again.ref(), "duty@authority.example");
    assertThat(world.text("select tries || ' ' || address from page"))
        .isEqualTo("2 duty@authority.example");
    assertThat(world.waiting(WorkKind.PAGE)).isEmpty();
  }

  @Test
  void nobody_answering_the_next_address_is_told_again_and_again() {
    send();
    assertThat(world.pages.unanswered(world.now.get().minus(WITHIN), ADDRESSES)).isEmpty();
    for (int number = 2; number < 5; number++) {
      later(WITHIN.plusSeconds(1));
      assertThat(world.pages.unanswered(world.now.get().minus(WITHIN), ADDRESSES)).containsExactly(escalation);
      tellNext();
      assertThat(world.pages.unanswered(world.now.get().minus(WITHIN), ADDRESSES)).isEmpty();
      Taken next = world.take(WorkKind.PAGE);
      assertThat(world.pages.find(next.ref()).orElseThrow().number()).isEqualTo(number);
      world.pages.sent(next.turn(), next.ref(), "next@authority.example");
    }
  }

  @Test
  void a_dead_address_keeps_the_next_one_from_nothing() {
    Taken first = world.take(WorkKind.PAGE);
    world.pages.failed(first.turn(), first.ref(), "MAIL_NOT_SENT", Duration.ofHours(1));
    later(WITHIN.plusSeconds(1));
    tellNext();
    assertThat(world.take(WorkKind.PAGE).ref()).isNotEqualTo(first.ref());
  }

  @Test
  void with_one_of_two_addresses_dead_the_living_one_goes_on_being_told() {
    for (int period = 1; period <= 12; period++) {
      Taken next = world.take(WorkKind.PAGE);
      assertThat(world.pages.find(next.ref()).orElseThrow().number()).isEqualTo(period);
      if (period % 2 == 1) {
        world.pages.failed(next.turn(), next.ref(), "MAIL_NOT_SENT", Duration.ofDays(1));
      } else {
        world.pages.sent(next.turn(), next.ref(), "living@authority.example");
      }
      later(WITHIN.plusSeconds(1));
      tellNext();
    }
    assertThat(world.count("page where address = 'living@authority.example'")).isEqualTo(6);
    assertThat(world.count("page where sent_at is null and last_error = 'MAIL_NOT_SENT'"))
        .isEqualTo(6);
  }

  @Test
  void with_all_addresses_dead_but_the_last_of_seven_the_last_is_told_in_every_round() {
    for (int period = 1; period <= 21; period++) {
      Taken next = world.take(WorkKind.PAGE);
      assertThat(world.pages.find(next.ref()).orElseThrow().number()).isEqualTo(period);
      if (period % 7 == 0) {
        world.pages.sent(next.turn(), next.ref(), "living@authority.example");
      } else {
        world.pages.failed(next.turn(), next.ref(), "MAIL_NOT_SENT", Duration.ofDays(1));
      }
      later(WITHIN.plusSeconds(1));
      tellNext(7);
    }
    assertThat(world.count("page where address = 'living@authority.example'")).isEqualTo(3);
  }

  @Test
  void a_mail_server_that_is_down_for_long_gathers_only_so_many_pages() {
    for (int i = 0; i < 20; i++) {
      later(WITHIN.plusSeconds(1));
      tellNext();
    }
    assertThat(world.count("page")).isEqualTo(5);
  }

  @Test
  void after_a_named_persons_answer_nobody_more_is_told() {
    Taken first = world.take(WorkKind.PAGE);
    assertThat(world.pages.acknowledge(escalation, "Dot Duty", "duty")).isTrue();
    assertThat(world.pages.acknowledge(escalation, "Des Duty", "duty")).isFalse();
    assertThat(world.pages.find(first.ref()).orElseThrow().answered()).isTrue();
    later(WITHIN.multipliedBy(4));
    assertThat(world.pages.unanswered(world.now.get().minus(WITHIN), ADDRESSES)).isEmpty();
    world.pages.queueNext(escalation, world.now.get());
    assertThat(world.count("page")).isEqualTo(1);
    assertThat(world.text("select answered_by from escalation")).isEqualTo("Dot Duty");
  }

  @Test
  void two_nodes_that_look_at_the_same_moment_tell_one_address() {
    send();
    later(WITHIN.plusSeconds(1));
    Instant since = world.now.get().minus(WITHIN);
    assertThat(world.pages.unanswered(since, ADDRESSES)).containsExactly(escalation);
    world.pages.queueNext(escalation, since);
    world.pages.queueNext(escalation, since);
    assertThat(world.count("page")).isEqualTo(2);
  }

  private void tellNext() {
    tellNext(ADDRESSES);
  }

  private void tellNext(int addresses) {
    Instant since = world.now.get().minus(WITHIN);
    world.pages.unanswered(since, addresses).forEach(one -> world.pages.queueNext(one, since));
  }

  private void send() {
    Taken first = world.take(WorkKind.PAGE);
    world.pages.sent(first.turn(), first.ref(), "duty@authority.example");
  }

  private void later(Duration duration) {
    Instant now = world.now.get();
    world.now.set(now.plus(duration));
  }
}
