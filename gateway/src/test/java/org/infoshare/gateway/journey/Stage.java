package org.infoshare.gateway.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.infoshare.fixtures.agencies.ContractFolder;
import org.infoshare.fixtures.agencies.SimulatedAgency;
import org.infoshare.fixtures.agencies.SimulatedCgl;
import org.infoshare.fixtures.agencies.SimulatedChildrensServices;
import org.infoshare.fixtures.keycloak.OperatorBrowser;
import org.infoshare.fixtures.tls.TlsFolder;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where all journeys are played: the gateway and both agencies, each of which checks its own
 * contract on every call.
 */
final class Stage implements AutoCloseable {

  static final Duration SOON = Duration.ofSeconds(45);

  // Each call on a connection of its own: whether one that was kept had been dropped is chance.
  private static final String TO_CGL =
      "{{partner.cgl.address}}?httpMethod=POST&sslContextParameters=#partnerTls"
          + "&httpClientConfigurer=#keptConnections&connectionClose=true&connectTimeout=2000&responseTimeout=1500";

  private final SimulatedAgency cgl;
  private final SimulatedAgency childrensServices;
  private final RunningGateway gateway;
  private final Path folder;
  private final PolicyRevision delivered;
  private final OperatorBrowser duty;

  private Stage(
      SimulatedAgency cgl, SimulatedAgency childrensServices, RunningGateway gateway, Path folder) {
    this.cgl = cgl;
    this.childrensServices = childrensServices;
    this.gateway = gateway;
    this.folder = folder;
    this.delivered = revisions().active().orElseThrow();
    this.duty = gateway.loggedIn("dora.duty");
  }

  static Stage open(Path folder) {
    TlsFolder tls = TlsFolder.in(folder.resolve("tls"));
    var cgl =
        SimulatedCgl.start(
            tls, ContractFolder.onClassPath("/contracts/cgl"), folder.resolve("cgl.log"));
    var childrensServices =
        SimulatedChildrensServices.start(
            tls,
            ContractFolder.onClassPath("/contracts/childrens-services"),
            folder.resolve("childrens-services.log"));
    var gateway =
        RunningGateway.start(
            folder,
            Map.of(
                "spring.main.sources",
                JourneyClock.class.getName(),
                "partner.cgl.address",
                cgl.receivesAt().toString(),
                "partner.cgl.to",
                TO_CGL,
                "partner.cgl.retry.first",
                "PT0.2S",
                "partner.cgl.retry.cap",
                "PT1S",
                "partner.childrens-services.address",
                childrensServices.receivesAt().toString(),
                "partner.childrens-services.retry.first",
                "PT0.2S",
                "partner.childrens-services.retry.cap",
                "PT1S",
                "gateway.partners.answer",
                "5000"));
    return new Stage(cgl, childrensServices, gateway, folder);
  }

  RunningGateway gateway() {
    return gateway;
  }

  OperatorBrowser duty() {
    return duty;
  }

  /** Puts the clock forward and lets those look who end in a person. */
  void later(Duration time) {
    gateway.part(JourneyClock.Moving.class).forward(time);
    gateway.parts(Runnable.class).stream()
        .filter(clock -> clock.getClass().getPackageName().equals("org.infoshare.gateway.duty"))
        .forEach(Runnable::run);
  }

  /** As the gateway's clock has it, to the millisecond. */
  Instant now() {
    return gateway.part(JourneyClock.Moving.class).instant().truncatedTo(ChronoUnit.MILLIS);
  }

  PolicyRevisions revisions() {
    return gateway.part(PolicyRevisions.class);
  }

  /** What the processes beside the gateway have logged: the policy engine and the database. */
  Map<String, String> logs() throws IOException {
    var logs = new LinkedHashMap<String, String>();
    for (String file : List.of("opa/opa.log", "postgresql.log")) {
      logs.put(
          file,
          new String(
              Files.readAllBytes(folder.resolve("data").resolve(file)), StandardCharsets.UTF_8));
    }
    return logs;
  }

  JdbcClient database() {
    return gateway.part(JdbcClient.class);
  }

  SimulatedAgency agency(String name) {
    return switch (name) {
      case "cgl" -> cgl;
      case "childrens-services" -> childrensServices;
      default -> throw new IllegalArgumentException("no agency " + name);
    };
  }

  /**
   * As before the first journey, but for what the ledger remembers: each journey has a family of
   * its own.
   */
  void clear() throws IOException {
    engine("-CONT");
    gateway.part(JourneyClock.Moving.class).backToTheDay();
    gateway.mailbox().up();
    openEscalations().forEach(open -> gateway.part(Pages.class).acknowledge(open, "Dora Duty", "duty"));
    // What earlier journeys left before a person is no news in this one.
    database().sql("update attention set state = 'done' where state = 'open'").update();
    if (!revisions().active().orElseThrow().agreements().equals(delivered.agreements())
        || !revisions().active().orElseThrow().tables().equals(delivered.tables())) {
      revisions()
          .activate(
              revisions().active().orElseThrow().revision(),
              delivered.tables(), delivered.agreements(), "journeys", "as delivered");
    }
    cgl.normal();
    childrensServices.normal();
    awaitQuiet();
    cgl.reset();
    childrensServices.reset();
    gateway.mailbox().reset();
  }

  private List<UUID> openEscalations() {
    return database()
        .sql("select id from escalation where state = 'open'")
        .query(UUID.class)
        .list();
  }

  /** Until nothing is left to be done by itself. */
  void awaitQuiet() {
    await()
        .atMost(SOON)
        .until(
            () ->
                database().sql("select count(*) from lane_row").query(Integer.class).single() == 0);
  }

  /** Lets the policy engine hang ({@code -STOP}) or go on ({@code -CONT}). */
  void engine(String signal) throws IOException {
    Process kill =
        new ProcessBuilder("kill", signal, Long.toString(enginePid())).inheritIO().start();
    try {
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("the policy engine does not take " + signal);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long enginePid() {
    try {
      return Long.parseLong(Files.readString(folder.resolve("data/opa/opa.pid")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
    cgl.close();
    childrensServices.close();
  }
}
