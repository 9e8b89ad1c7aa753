package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules of every kernel that ran on this ledger, by the revision that decisions name. None is
 * ever changed or taken away.
 */
public final class KeptRules {

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient database;
  private final InstantSource clock;

  KeptRules(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps the rules with which a node starts, before it decides anything.
   *
   * @param revision that follows from their content
   * @param engineVersion under which they run here
   * @param rules Rego by path
   */
  public void keep(String revision, String engineVersion, Map<String, String> rules) {
    database
        .sql(
            "insert into policy_rules (revision, engine_version, rules, kept_at)"
                + " values (?, ?, cast(? as jsonb), ?) on conflict do nothing")
        .params(
            revision,
            engineVersion,
            JSON.valueToTree(rules).toString(),
            Sql.at(clock.instant()))
        .update();
  }

  /** Rego by path. */
  public Optional<SortedMap<String, String>> find(String revision) {
    return database
        .sql("select rules from policy_rules where revision = ?")
        .param(revision)
        .query(String.class)
        .optional()
        .map(KeptRules::read);
  }

  private static SortedMap<String, String> read(String rules) {
    try {
      return JSON.readValue(rules, new TypeReference<TreeMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
