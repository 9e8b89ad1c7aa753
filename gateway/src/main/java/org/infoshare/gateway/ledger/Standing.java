package org.infoshare.gateway.ledger;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every decision about a case rests on, at one moment.
 *
 * @param activeTables the policy's revision in force; empty before the first start has made one
 */
record Standing(long factsVersion, String activeTables) {

  /** What they rest on now, and until the caller's transaction has ended. */
  static Standing hold(JdbcClient database, UUID caseId) {
    return database
        .sql(
            "select version, coalesce((select revision from policy_active for share), '') from case_facts where case_id = ? for"
                + " share")
        .param(caseId)
        .query((row, n) -> new Standing(row.getLong(1), row.getString(2)))
        .single();
  }
}
