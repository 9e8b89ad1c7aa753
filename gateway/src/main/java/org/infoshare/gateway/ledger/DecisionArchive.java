package org.infoshare.gateway.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.infoshare.consent.Decision;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.gateway.ledger.DecisionRow.PartDecided;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.gateway.ledger.keys.MasterKey;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.infoshare.routes.road.RecipientDecision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads recorded decisions, and the rules and tables that they name: for whoever explains one, and
 * for whoever makes it again.
 */
public final class DecisionArchive {

  private static final String FIND =
      """
      select json_build_object('id', d.id, 'message', d.message_id, 'sender', m.sender, 'reference', m.sender_message_id,
                               'recorded_at', d.recorded_at, 'outcome', d.outcome, 'team', d.recipient_team, 'team_unknown', d.recipient_team_unknown, 'changed', d.changed,
                               'explanation', d.explanation_id, 'parts', d.parts, 'agency', d.recipient_agency,
                               'function', d.recipient_function, 'input_hash', d.input_hash, 'snapshot_key', d.snapshot_key,
                               'snapshot', translate(encode(d.snapshot, 'base64'), E'\\n', ''), 'kernel_revision', d.kernel_revision,
                               'tables_revision', d.tables_revision, 'engine_version', d.engine_version)
      from decision d join message m on m.id = d.message_id
      where d.id = ?
      """;

  private final JdbcClient database;
  private final DecisionRecords records;
  private final PolicyRevisions revisions;
  private final KeptRules rules;

  DecisionArchive(
      JdbcClient database, DecisionRecords records, PolicyRevisions revisions, KeptRules rules) {
    this.database = database;
    this.records = records;
    this.revisions = revisions;
    this.rules = rules;
  }

  /**
   * The archive of a ledger whose gateway may be stopped. It changes nothing.
   *
   * @param masterKey the file of the key under which the ledger's keys are kept
   */
  public static DecisionArchive on(DataSource source, Path masterKey) {
    var database = JdbcClient.create(source);
    var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    var master = MasterKey.in(masterKey);
    var keys = new GatewayKeys(database, master, transactions);
    var clock = Clock.systemUTC();
    var revisions = new PolicyRevisions(database, clock, new Transactions(transactions));
    var rules = new KeptRules(database, clock);
    var explanations = new Explanations(revisions, rules, PolicyFiles.packaged());
    var areas = new Areas(database, new MessageTexts(database, new CaseKeys(database, master)));
    return new DecisionArchive(
        database, new DecisionRecords(keys, "", explanations, areas), revisions, rules);
  }

  /**
   * @throws UnreadableKey if the snapshot was changed since it was written, or moved, or this is
   *     not its key
   */
  public Optional<KeptDecision> find(UUID decision) {
    return database
        .sql(FIND)
        .param(decision)
        .query(String.class)
        .optional()
        .map(json -> Rows.read(json, Row.class))
        .map(this::kept);
  }

  /** Tables and agreements of a revision. */
  public Optional<PolicyRevision> tables(String revision) {
    return revisions.find(revision);
  }

  /** The rules of a kernel: Rego by path. */
  public Optional<SortedMap<String, String>> rules(String revision) {
    return rules.find(revision);
  }

  private record Row(
      UUID id,
      UUID message,
      String sender,
      String reference,
      Instant recordedAt,
      String outcome,
      Optional<String> team,
      Optional<String> teamUnknown,
      List<String> changed,
      Optional<String> explanation,
      List<PartDecided> parts,
      String agency,
      String function,
      String inputHash,
      String snapshotKey,
      byte[] snapshot,
      String kernelRevision,
      String tablesRevision,
      String engineVersion) {}

  private KeptDecision kept(Row row) {
    RecipientDecision decided =
        records.read(
            row.id(),
            row.snapshotKey(),
            row.snapshot(),
            row.inputHash(),
            new RecipientRow(row.agency(), row.function()));
    return new KeptDecision(
        row.id(),
        row.message(),
        row.sender(),
        row.reference(),
        row.recordedAt(),
        row.kernelRevision(),
        row.tablesRevision(),
        row.engineVersion(),
        decided,
        row.team(),
        row.teamUnknown(),
        row.changed() == null ? List.of() : row.changed(),
        row.explanation(),
        contradictions(row, decided));
  }

  private static List<String> contradictions(Row row, RecipientDecision decided) {
    Decision decision = decided.decision();
    var found = new ArrayList<String>();
    if (!row.inputHash().split("\\.")[0].equals(decided.request().hash())) {
      found.add("the hash of the input is not that of the input");
    }
    if (!row.outcome().equals(decision.outcome().word())) {
      found.add("the outcome reads " + row.outcome() + ", and was " + decision.outcome().word());
    }
    if (!row.kernelRevision().equals(decision.revisions().kernel())
        || !row.tablesRevision().equals(decision.revisions().tables())) {
      found.add("the revisions are not those that the answer named");
    }
    if (!row.agency().equals(decided.request().recipient().agency().value())
        || !row.function().equals(decided.request().recipient().function().value())) {
      found.add("the recipient is not the one that was asked about");
    }
    Map<String, String> read =
        row.parts().stream()
            .collect(
                Collectors.toMap(PartDecided::segment, part -> part.where() + " " + part.rule()));
    Map<String, String> was =
        decision.segments().entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey().value(),
                    one -> one.getValue().where().word() + " " + one.getValue().rule().value()));
    was.forEach(
        (segment, verdict) -> {
          if (!verdict.equals(read.get(segment))) {
            found.add("%s reads %s, and was %s".formatted(segment, read.get(segment), verdict));
          }
        });
    if (!was.keySet().containsAll(read.keySet())) {
      found.add("there are parts that nobody decided about");
    }
    return found;
  }
}
