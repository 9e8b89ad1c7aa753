package org.infoshare.gateway.duty;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.LaneHandler;
import org.infoshare.gateway.ledger.Notices;
import org.infoshare.gateway.ledger.OwedAgain;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.gateway.operations.Wording;
import org.infoshare.routes.road.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks that end in a person. db-scheduler runs each on one node at a time. */
@Configuration
class DutyWiring {

  private static final Duration LOOK = Duration.ofSeconds(10);

  @Bean
  LaneHandler pageWork(
      Pages pages,
      Notices notices,
      Ledger ledger,
      DutyMail mail,
      GatewaySettings settings,
      Wording words) {
    return new LaneHandler(
        WorkKind.PAGE, new PageWork(pages, notices, ledger, mail, settings.duty(), words));
  }

  @Bean
  Unanswered unanswered(Pages pages, Clock clock, GatewaySettings settings) {
    GatewaySettings.Duty duty = settings.duty();
    return new Unanswered(pages, clock, duty.answerWithin(), duty.addresses().size());
  }

  @Bean
  RecurringTask<Void> unansweredClock(Unanswered unanswered) {
    return Tasks.recurring("unanswered-escalations", FixedDelay.of(LOOK))
        .execute((instance, context) -> unanswered.run());
  }

  @Bean
  RecurringTask<Void> noticeClock(NewlyWaiting newlyWaiting) {
    return Tasks.recurring("newly-waiting", FixedDelay.of(LOOK))
        .execute((instance, context) -> newlyWaiting.run());
  }

  @Bean
  NewlyWaiting newlyWaiting(Notices notices, GatewaySettings settings) {
    return new NewlyWaiting(notices, settings.duty().addresses().size());
  }

  @Bean
  RecurringTask<Void> repeatingClock(OwedAgain owedAgain) {
    return Tasks.recurring("owed-again", FixedDelay.of(LOOK))
        .execute((instance, context) -> owedAgain.look());
  }

  @Bean
  RecurringTask<Void> deadlineClock(PastDeadline pastDeadline) {
    return Tasks.recurring("past-deadline", FixedDelay.of(LOOK))
        .execute((instance, context) -> pastDeadline.run());
  }

  @Bean
  LedgerWatch ledgerWatch(DataSource source, DutyMail mail, GatewaySettings settings) {
    return new LedgerWatch(
        new WritableLedger(source),
        mail,
        settings.duty().addresses(),
        settings.duty().emergencyTelephone());
  }

  @Bean
  LedgerWatchClock ledgerWatchClock(LedgerWatch watch) {
    return new LedgerWatchClock(watch, LOOK);
  }
}
