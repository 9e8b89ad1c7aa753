package org.infoshare.gateway.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.infoshare.fixtures.mail.DutyMailbox;
import org.infoshare.gateway.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LedgerWatchTest {

  private static final List<String> DUTY =
      List.of("duty-one@childrens-services.example", "duty-two@childrens-services.example");

  private final DutyMailbox mailbox = DutyMailbox.start();
  private final AtomicBoolean reachable = new AtomicBoolean(true);
  private final LedgerWatch watch = new LedgerWatch(reachable::get, mail(), DUTY, "01632 960123");

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void a_ledger_that_is_there_is_no_news() {
    watch.run();

    assertThat(mailbox.mails()).isEmpty();
  }

  @Test
  void every_duty_address_is_told_once_when_it_goes_and_once_when_it_is_back() {
    reachable.set(false);
    watch.run();
    watch.run();
    assertThat(mailbox.awaitMails(2, Duration.ofSeconds(5)))
        .allSatisfy(
            mail -> assertThat(mail.subject()).isEqualTo("Gateway: messages cannot be received"))
        .extracting(DutyMailbox.Mail::to)
        .containsExactlyInAnyOrderElementsOf(DUTY);

    mailbox.reset();
    reachable.set(true);
    watch.run();
    watch.run();
    assertThat(mailbox.awaitMails(2, Duration.ofSeconds(5)))
        .allSatisfy(
            mail -> assertThat(mail.subject()).isEqualTo("Gateway: messages are received again"))
        .extracting(DutyMailbox.Mail::to)
        .containsExactlyInAnyOrderElementsOf(DUTY);
  }

  @Test
  void who_could_not_be_told_is_told_when_the_mail_server_is_back() {
    mailbox.down();
    reachable.set(false);
    watch.run();

    mailbox.up();
    watch.run();

    assertThat(mailbox.awaitMails(2, Duration.ofSeconds(5))).hasSize(2);
  }

  @Test
  void a_look_that_breaks_is_a_ledger_that_is_not_there_and_is_not_the_last_look() throws Exception {
    var looks = new AtomicInteger();
    var broken =
        new LedgerWatch(
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("as the test wants it");
              }
              throw new IllegalStateException("as the test wants it");
            },
            mail(),
            DUTY,
            "01632 960123");

    try (var clock = new LedgerWatchClock(broken, Duration.ofMillis(20))) {
      assertThat(clock).isNotNull();
      assertThat(mailbox.awaitMails(2, Duration.ofSeconds(5))).hasSize(2);
    }
    assertThat(looks.get()).isGreaterThan(1);
  }

  private DutyMail mail() {
    var sender = new JavaMailSenderImpl();
    sender.setHost(mailbox.host());
    sender.setPort(mailbox.port());
    return new DutyMail(sender, TestSettings.on(Path.of("unused")));
  }
}
