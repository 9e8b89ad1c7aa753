package org.infoshare.gateway.again;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infoshare.consent.Decision;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.consent.OpaPolicyDecisionPoint;
import org.infoshare.consent.OpaServer;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.UndecidedAnswer;
import org.infoshare.gateway.ledger.DecisionArchive;
import org.infoshare.gateway.ledger.KeptDecision;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.keys.UnreadableKey;

/**
 * Asks a policy engine of its own, with the rules and tables that a record names, what the record
 * says was asked.
 *
 * @param said line by line, for a person
 * @param same whether nothing differs, and the record and what it names are unchanged
 */
public record DecidedAgain(List<String> said, boolean same) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  public DecidedAgain {
    said = List.copyOf(said);
  }

  /**
   * @param opa the engine's program
   * @throws CannotSay if there is no such decision, what it names is not kept, or the snapshot was
   *     changed since it was written
   */
  public static DecidedAgain of(UUID id, DecisionArchive archive, Path opa) {
    KeptDecision kept = find(id, archive);
    if (kept.tablesRevision().equals(UndecidedAnswer.NONE.tables())) {
      throw new CannotSay("The policy could not be asked then: there is no decision to make again.");
    }
    PolicyRevision tables =
        archive
            .tables(kept.tablesRevision())
            .orElseThrow(() -> new CannotSay("Tables " + kept.tablesRevision() + " are not kept."));
    SortedMap<String, String> rules =
        archive
            .rules(kept.kernelRevision())
            .orElseThrow(() -> new CannotSay("Rules " + kept.kernelRevision() + " are not kept."));
    var wrong = new ArrayList<String>();
    kept.contradictions().forEach(found -> wrong.add("THE RECORD WAS CHANGED: " + found));
    if (!tables.isAsNamed()) {
      wrong.add("THE TABLES WERE CHANGED: " + tables.revision() + " has another content than then");
    }
    var difference = new Difference(kept.decided().decision(), ask(kept, rules, tables, opa));
    var said = new ArrayList<String>();
    said.add(
        "Decision %s of %s, %s: %s to %s/%s, message %s"
            .formatted(
                id,
                kept.recordedAt(),
                kept.decided().request().phase().word(),
                kept.sender(),
                kept.decided().recipient().agency(),
                kept.decided().recipient().function(),
                kept.reference()));
    said.add("Rules %s, tables %s".formatted(kept.kernelRevision(), kept.tablesRevision()));
    said.add(engines(kept.engineVersion(), version(opa)));
    said.addAll(difference.verdicts());
    said.addAll(difference.otherwise());
    said.addAll(wrong);
    boolean same = difference.none() && wrong.isEmpty();
    said.add(same ? "Same: every verdict, basis and obligation." : "It differs.");
    return new DecidedAgain(said, same);
  }

  private static KeptDecision find(UUID id, DecisionArchive archive) {
    try {
      return archive
          .find(id)
          .orElseThrow(() -> new CannotSay("This ledger has no decision " + id + "."));
    } catch (UnreadableKey e) {
      throw new CannotSay(
          "The snapshot of decision "
              + id
              + " cannot be read: it was changed or moved since it was written, or the master key is"
              + " another ledger's.",
          e);
    }
  }

  private static Decision ask(
      KeptDecision kept, SortedMap<String, String> rules, PolicyRevision tables, Path opa) {
    try {
      List<PolicyBundle> bundles =
          List.of(
              PolicyBundle.kernel(rules),
              PolicyBundle.tables(
                  PolicyJson.byName(tables.tables()), PolicyJson.byName(tables.agreements()), tables.revision()));
      try (OpaServer engine = OpaServer.start(opa, bundles);
          var policy = new OpaPolicyDecisionPoint(engine.address(), LIMIT)) {
        return policy.decide(kept.decided().request());
      }
    } catch (InvalidPolicyTable e) {
      throw new CannotSay("The tables are not in a form that this version reads: " + e.faults(), e);
    } catch (PolicyUnavailable e) {
      throw new CannotSay("The policy engine did not answer: " + e.getMessage(), e);
    }
  }

  private static String engines(String then, String now) {
    return then.equals(now)
        ? "Engine " + now
        : "Engine then %s, now %s: another engine may answer otherwise".formatted(then, now);
  }

  /** As records name it, for example {@code OPA 1.22.2}. */
  private static String version(Path opa) {
    try {
      Process process = new ProcessBuilder(opa.toString(), "version").start();
      String said = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return said.lines()
          .filter(line -> line.startsWith("Version: "))
          .map(line -> "OPA " + line.substring("Version: ".length()))
          .findFirst()
          .orElse("of an unknown version");
    } catch (IOException e) {
      throw new CannotSay("The policy engine does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotSay("Interrupted.", e);
    }
  }
}
