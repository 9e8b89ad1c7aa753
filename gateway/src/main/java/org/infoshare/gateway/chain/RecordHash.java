package org.infoshare.gateway.chain;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a record becomes its hash, in SQL, so that its snapshot need not travel. The columns are
 * named one by one: a column that is added later is no change of the records that were chained
 * before.
 */
final class RecordHash {

  private static final String COLUMNS =
      """
      id, retention_class, retention_year, message_id, sender_agency, sender_function, sender_role, parts, outcome, recipient_agency,
      recipient_function, recipient_kind, recipient_team, recipient_verified, recipient_verified_by, recipient_links, purpose, requested_under,
      necessity, proportionality, policy_document, consents, consent_evidence, given, risk, decided_by, decided_by_role, decided_at, set_by_person,
      releases, informing_unsafe, obligations, agreement, phase, made_at, recorded_at, valid_until, input_hash, snapshot_key, snapshot,
      kernel_revision, tables_revision, engine_version, rules, retain_until\
      """;

  /** Of a record that has none of them, as those from before they were kept, the hash is what it was. */
  private static final String SINCE =
      "recipient_team_unknown, changed, informed, consulted, dissent, explanation_id";

  private RecordHash() {}

  /**
   * The hash of each record of this condition, as column {@code hash} beside {@code id}, {@code
   * retain_until} and {@code recorded_at}.
   *
   * @param condition on {@code decision d}, with its order and limit, if any
   */
  static String of(String condition) {
    return """
    select id, retain_until, recorded_at, sha256(convert_to((to_jsonb(r) - 'since' || jsonb_strip_nulls(since))::text, 'UTF8')) as hash
    from (select %s, (select to_jsonb(s) from (select %s) as s) as since from decision d where %s) as r"""
        .formatted(COLUMNS, SINCE, condition);
  }

  /** In the caller's transaction, times and bytes are written in one way, whatever the session's. */
  static void oneWayToWrite(JdbcClient database) {
    database
        .sql("select set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true)")
        .query((row, n) -> true)
        .single();
  }
}
