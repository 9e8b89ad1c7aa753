package org.infoshare.gateway.journey;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.OpaPolicyDecisionPoint;
import org.infoshare.consent.OpaServer;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.PolicyJson;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.keys.GatewayKeys;

/**
 * Asks a fresh policy engine, with the rules and tables that a record names, what the record was
 * asked.
 */
final class DecidedAgain {

  /** A record of the ledger, decrypted by the ledger's own keys. */
  private record Kept(
      UUID id, String kernel, String tables, DisclosureRequest request, Decision decision) {}

  private final Stage stage;

  /** Without those of which the policy was never asked. */
  private final List<Kept> records;

  DecidedAgain(Stage stage) {
    this.stage = stage;
    var keys = stage.gateway().part(GatewayKeys.class);
    this.records =
        stage
            .database()
            .sql(
                "select id, snapshot_key, snapshot, kernel_revision, tables_revision from decision"
                    + " where not ('ENG' = any (rules)) order by made_at")
            .query(
                (row, n) -> {
                  UUID id = row.getObject("id", UUID.class);
                  byte[] plain =
                      keys.snapshot(row.getString("snapshot_key"))
                          .open(row.getBytes("snapshot"), "decision/" + id + "/snapshot");
                  return kept(
                      id,
                      row.getString("kernel_revision"),
                      row.getString("tables_revision"),
                      plain);
                })
            .list();
  }

  int decisions() {
    return records.size();
  }

  /** The ids of decisions that come out otherwise than they were recorded, in any point. */
  List<UUID> thatDiffer() {
    var differing = new ArrayList<UUID>();
    records.stream()
        .collect(groupingBy(Kept::tables))
        .forEach((revision, kept) -> differing.addAll(differing(revision, kept)));
    return differing;
  }

  private List<UUID> differing(String revision, List<Kept> kept) {
    PolicyRevision tables = stage.revisions().find(revision).orElseThrow();
    List<PolicyBundle> bundles =
        List.of(
            PolicyBundle.kernel(PolicyFiles.packaged().rules()),
            PolicyBundle.tables(
                PolicyJson.byName(tables.tables()), PolicyJson.byName(tables.agreements()), revision));
    try (OpaServer engine = OpaServer.start(opa(), bundles);
        var policy = new OpaPolicyDecisionPoint(engine.address(), Duration.ofSeconds(20))) {
      List<Decision> again = policy.decide(kept.stream().map(Kept::request).toList());
      var differing = new ArrayList<UUID>();
      for (int i = 0; i < kept.size(); i++) {
        if (!again.get(i).equals(kept.get(i).decision())
            || !kept.get(i).kernel().equals(bundles.getFirst().revision())) {
          differing.add(kept.get(i).id());
        }
      }
      return differing;
    }
  }

  private static Kept kept(UUID id, String kernel, String tables, byte[] snapshot) {
    var words = PolicyJson.mapper();
    try {
      JsonNode tree = words.readTree(snapshot);
      return new Kept(
          id,
          kernel,
          tables,
          words.treeToValue(tree.get("request"), DisclosureRequest.class),
          words.treeToValue(tree.get("decision"), Decision.class));
    } catch (IOException e) {
      throw new IllegalStateException("record " + id + " cannot be read", e);
    }
  }

  /** The program that decided in the journeys. */
  private Path opa() {
    return Path.of(
        ProcessHandle.of(stage.enginePid())
            .flatMap(engine -> engine.info().command())
            .orElseThrow());
  }
}
