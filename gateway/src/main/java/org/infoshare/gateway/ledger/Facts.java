package org.infoshare.gateway.ledger;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The version of what decisions about a case rest on. */
final class Facts {

  // Rows are locked in one order, so that two cases that tell about each other's persons do not
  // wait for each other.
  private static final String MOVE =
      """
      with concerned as (
        select cast(:case as uuid) as case_id where cast(:case as uuid) is not null
        union
        select c.case_id from acquainted(cast(:persons as uuid[])) as near (person_id) cross join lateral (
          select case_id from case_person where person_id = near.person_id offset 0) as c),
      locked as (select f.case_id from case_facts f join concerned using (case_id) order by f.case_id for update of f)
      update case_facts set version = version + 1 from locked where case_facts.case_id = locked.case_id
      returning case_facts.case_id
      """;

  private final JdbcClient database;

  Facts(JdbcClient database) {
    this.database = database;
  }

  /**
   * Something new is known in this case, and about these persons: in every case in which they
   * count, decisions are made again.
   *
   * @return those cases
   */
  List<UUID> moved(UUID caseId, Set<UUID> persons) {
    if (persons.isEmpty()) {
      moved(caseId);
      return List.of(caseId);
    }
    return move(caseId, persons);
  }

  /**
   * Something changed about these persons.
   *
   * @return the cases in which they count
   */
  List<UUID> moved(Set<UUID> persons) {
    return move(null, persons);
  }

  private List<UUID> move(UUID caseId, Set<UUID> persons) {
    return database
        .sql(MOVE)
        .param("case", caseId)
        .param("persons", Sql.array(persons))
        .query(UUID.class)
        .list();
  }

  /** Something changed that counts in this case alone. */
  void moved(UUID caseId) {
    database
        .sql("update case_facts set version = version + 1 where case_id = ?")
        .param(caseId)
        .update();
  }
}
