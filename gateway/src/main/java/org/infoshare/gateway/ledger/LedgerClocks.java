package org.infoshare.gateway.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger does by the clock alone. db-scheduler runs each on one node at a time. */
@Configuration
class LedgerClocks {

  private static final Duration LOOK = Duration.ofHours(1);

  @Bean
  RecurringTask<Void> oldRefusalsClock(
      JdbcClient database, InstantSource clock, LedgerSettings settings) {
    var old = new OldRefusals(database, clock, settings.refusedInputKept());
    return Tasks.recurring("old-refusals", FixedDelay.of(LOOK))
        .execute((instance, context) -> old.run());
  }
}
