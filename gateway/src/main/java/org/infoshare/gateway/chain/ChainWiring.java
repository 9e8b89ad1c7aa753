package org.infoshare.gateway.chain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.model.England;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Chains records every minute and signs the chain once a day. db-scheduler runs each on one node. */
@Configuration
class ChainWiring {

  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

  @Bean
  RecordChain recordChain(JdbcClient database, PlatformTransactionManager transactions) {
    return new RecordChain(database, new TransactionTemplate(transactions));
  }

  @Bean
  DailySignature dailySignature(
      JdbcClient database,
      PlatformTransactionManager transactions,
      RecordChain chain,
      GatewayKeys keys,
      Clock clock) {
    return new DailySignature(
        database, new TransactionTemplate(transactions), chain, keys, clock);
  }

  @Bean
  RecurringTask<Void> chainClock(RecordChain chain) {
    return Tasks.recurring("record-chain", FixedDelay.of(LOOK))
        .execute((instance, context) -> chain.chainRecent());
  }

  @Bean
  RecurringTask<Void> signatureClock(DailySignature signature) {
    return Tasks.recurring(
            "record-signature", Schedules.daily(England.ZONE, AFTER_MIDNIGHT))
        .execute((instance, context) -> signature.sign());
  }
}
