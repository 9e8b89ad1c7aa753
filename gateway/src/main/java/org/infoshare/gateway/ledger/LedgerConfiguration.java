package org.infoshare.gateway.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.database.DatabaseAddress;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.gateway.ledger.keys.MasterKey;
import org.infoshare.gateway.ledger.lanes.LaneEngine;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.routes.road.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the ledger together over the application's one database. The lanes do not run until somebody
 * starts them.
 */
@Configuration
public class LedgerConfiguration {

  private static final int BEAT_CONNECTIONS = 2;

  /** A beat fails, and the next one is tried, well before this node is taken for dead. */
  private static final Duration BEAT_LIMIT = Duration.ofSeconds(4);

  /** Connections that only the heartbeat uses. */
  record BeatConnections(HikariDataSource pool) implements AutoCloseable {

    @Override
    public void close() {
      pool.close();
    }
  }

  @Bean
  MasterKey masterKey(LedgerSettings settings, DataFolder folder) {
    return MasterKey.in(
        settings.masterKey().isBlank() ? folder.path("master.key") : Path.of(settings.masterKey()));
  }

  @Bean
  CaseKeys caseKeys(JdbcClient database, MasterKey master) {
    return new CaseKeys(database, master);
  }

  @Bean
  GatewayKeys gatewayKeys(
      JdbcClient database, MasterKey master, PlatformTransactionManager transactions) {
    var keys = new GatewayKeys(database, master, apart(transactions));
    // With another ledger's master key nothing can be read: better not to start.
    keys.registry();
    return keys;
  }

  @Bean
  LaneQueue laneQueue(JdbcClient database) {
    return new LaneQueue(database);
  }

  @Bean
  LaneTurns laneTurns(JdbcClient database) {
    return new LaneTurns(database);
  }

  @Bean
  BeatConnections beatConnections(DatabaseAddress address) {
    var config = address.pool("heartbeat", BEAT_CONNECTIONS, BEAT_LIMIT);
    config.setConnectionTimeout(2_000);
    config.setValidationTimeout(1_000);
    config.setMinimumIdle(1);
    return new BeatConnections(new HikariDataSource(config));
  }

  @Bean
  LaneEngine laneEngine(
      JdbcClient database,
      BeatConnections beats,
      LaneQueue queue,
      LaneTurns turns,
      LedgerSettings settings) {
    var slots = new LaneEngine.Slots(settings.slots(), settings.urgentSlots());
    return new LaneEngine(database, JdbcClient.create(beats.pool()), queue, turns, slots);
  }

  @Bean
  LanesHealth lanesHealthIndicator(LaneEngine engine) {
    return new LanesHealth(engine::signsOfLife);
  }

  @Bean
  Transactions ledgerTransactions(JdbcClient database, PlatformTransactionManager transactions) {
    requireReadCommitted(database);
    return new Transactions(new TransactionTemplate(transactions));
  }

  @Bean
  LedgerParts ledgerParts(
      JdbcClient database,
      CaseKeys caseKeys,
      GatewayKeys gatewayKeys,
      LaneQueue queue,
      LaneTurns turns,
      LedgerSettings settings,
      Explanations explanations,
      InstantSource clock) {
    var texts = new MessageTexts(database, caseKeys);
    return new LedgerParts(
        database,
        caseKeys,
        texts,
        new Remembering(database, caseKeys),
        new DecisionRecords(
            gatewayKeys, settings.engineVersion(), explanations, new Areas(database, texts)),
        queue,
        turns,
        WorkingDays.ofEngland(),
        new Deadlines(settings.deadline(), settings.urgentDeadline(), settings.deadlines()),
        clock);
  }

  /** Another bean of type {@link Escalations} takes the place of the ledger's own. */
  @Bean
  Ledger ledger(
      LedgerParts parts,
      Transactions transactions,
      GatewayKeys keys,
      ObjectProvider<Escalations> escalations,
      PlatformTransactionManager manager) {
    JdbcClient database = parts.database();
    return new JdbcLedger(
        parts,
        transactions,
        new Partitions(database, apart(manager)),
        new Registration(database, keys, new Facts(database)),
        escalations.getIfAvailable(() -> new LedgerEscalations(database, parts.lanes())));
  }

  @Bean
  HeldParts heldParts(LedgerParts parts, Transactions transactions) {
    return new HeldParts(parts, transactions);
  }

  @Bean
  FoundExcerpts foundExcerpts(LedgerParts parts) {
    return new FoundExcerpts(parts);
  }

  @Bean
  CallBacks callBacks(LedgerParts parts) {
    return new CallBacks(parts);
  }

  @Bean
  Deliveries deliveries(LedgerParts parts, Transactions transactions) {
    return new Deliveries(parts, transactions);
  }

  @Bean
  OverrideReviews overrideReviews(LedgerParts parts, Transactions transactions) {
    return new OverrideReviews(parts, transactions);
  }

  @Bean
  PossibleMatches possibleMatches(LedgerParts parts, Transactions transactions) {
    return new PossibleMatches(parts, transactions);
  }

  @Bean
  Conflicts conflicts(LedgerParts parts, Transactions transactions) {
    return new Conflicts(parts, transactions);
  }

  @Bean
  Pages pages(LedgerParts parts, Transactions transactions) {
    return new Pages(parts, transactions);
  }

  @Bean
  Notices notices(LedgerParts parts, Transactions transactions) {
    return new Notices(parts, transactions);
  }

  @Bean
  OwedAgain owedAgain(LedgerParts parts, Transactions transactions) {
    return new OwedAgain(parts, transactions);
  }

  @Bean
  PolicyRevisions policyRevisions(
      JdbcClient database, InstantSource clock, Transactions transactions) {
    return new PolicyRevisions(database, clock, transactions);
  }

  @Bean
  KeptRules keptRules(JdbcClient database, InstantSource clock) {
    return new KeptRules(database, clock);
  }

  @Bean
  Explanations explanations(PolicyRevisions revisions, KeptRules rules, PolicyFiles delivered) {
    return new Explanations(revisions, rules, delivered);
  }

  @Bean
  PersonsHeard personsHeard(LedgerParts parts) {
    return new PersonsHeard(parts);
  }

  @Bean
  Endings endings(LedgerParts parts) {
    return new Endings(parts);
  }

  @Bean
  DecisionArchive decisionArchive(LedgerParts parts, PolicyRevisions revisions, KeptRules rules) {
    return new DecisionArchive(parts.database(), parts.records(), revisions, rules);
  }

  /**
   * Isolation is the database's default, READ COMMITTED: to name it would cost the driver a
   * question for each transaction.
   */
  private static void requireReadCommitted(JdbcClient database) {
    String isolation =
        database.sql("show default_transaction_isolation").query(String.class).single();
    if (!isolation.equals("read committed")) {
      throw new IllegalStateException(
          "the database's default isolation is " + isolation + ": the ledger needs read committed");
    }
  }

  private static TransactionTemplate apart(PlatformTransactionManager transactions) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }
}
