package org.infoshare.gateway.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Intake;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes into the registry what a message tells about persons, and moves the version of the facts
 * of every case that it concerns. What was told before changes nothing.
 */
final class Registration {

  /** Whoever may be the person counts: who is told by mistake cannot be untold. */
  private static final String NOBODY_TELLS =
      """
      with told as (
        select person_id from informing where state = 'unsafe' and person_id = any (cast(:persons as uuid[]))),
      maybe as (
        select person_id from told
        union select m.person_b from possible_match m join told on m.person_a = told.person_id where m.state <> 'different'
        union select m.person_a from possible_match m join told on m.person_b = told.person_id where m.state <> 'different')
      update obligation o set state = 'void', met_at = :at
      from message m
      where m.case_id in (select c.case_id from case_person c join maybe using (person_id))
        and o.message_id = m.id and o.code = 'O3' and o.state = 'open'
      """;

  private final JdbcClient database;
  private final GatewayKeys keys;
  private final Recognition recognition;
  private final Facts facts;

  Registration(JdbcClient database, GatewayKeys keys, Facts facts) {
    this.database = database;
    this.keys = keys;
    this.recognition = new Recognition(database);
    this.facts = facts;
  }

  /**
   * @param newCase nothing was known of the case before
   * @param answered what this one answers, naming persons by the refs that were given with it
   */
  record Told(
      UUID message, Intake intake, CaseKey key, boolean newCase, Optional<Answered> answered) {

    AgencyId sender() {
      return intake.message().envelope().from();
    }
  }

  /**
   * @param firstWord all that is known of these persons is what this message tells
   * @param concerned cases in which what is held may be decided otherwise because of it
   * @param refused somebody has refused or withdrawn consent, of whom something may have been sent
   */
  record Registered(boolean firstWord, List<UUID> concerned, boolean refused) {}

  /**
   * In the accepting transaction, after the case's counter: messages of one case come one after
   * another.
   */
  Registered register(Told told) {
    var persons = new PersonsTold(told.intake(), keys.registry());
    if (persons.refs().isEmpty()) {
      return new Registered(told.newCase(), List.of(), false);
    }
    Recognised recognised = recognition.of(persons, told);
    Written written = write(told, RegistryRows.of(told, persons, recognised));
    if (written.identifiers() < recognised.newIdentifiers().size()) {
      // Another case registers the same person at this moment: look again when it has.
      throw new CannotAcquireLockException("an identifier was registered meanwhile");
    }
    boolean firstWord = told.newCase() && recognised.allNew();
    if (written.facts() == 0 || firstWord) {
      return new Registered(firstWord, List.of(), false);
    }
    List<UUID> moved = facts.moved(told.key().id(), recognised.knownBefore());
    // From here on no decision that does not know of it can be recorded.
    nobodyTellsWhoMustNotKnow(told, recognised);
    return new Registered(false, written.said() > 0 ? moved : List.of(), written.refused());
  }

  /**
   * That somebody is told is owed no longer, for whatever message, once an agency says that it is not
   * safe, or has said so of whom this message shows to be the same, perhaps.
   */
  private void nobodyTellsWhoMustNotKnow(Told told, Recognised recognised) {
    var persons = new HashSet<>(recognised.persons().values());
    persons.addAll(recognised.knownBefore());
    database
        .sql(NOBODY_TELLS)
        .param("persons", Sql.array(persons))
        .param("at", Sql.at(told.intake().received().at()))
        .update();
  }

  private record Written(int identifiers, int facts, int said, boolean refused) {}

  private Written write(Told told, RegistryRows rows) {
    return database
        .sql(RegistryRows.WRITE)
        .param("message", told.message())
        .param("case", told.key().id())
        .param("sender", told.sender().value())
        .param("at", Sql.at(told.intake().received().at()))
        .param("persons", Rows.of(rows.persons()))
        .param("identifiers", Rows.of(rows.identifiers()))
        .param("refs", Rows.of(rows.refs()))
        .param("statements", Rows.of(rows.statements()))
        .param("relations", Rows.of(rows.relations()))
        .param("links", Rows.of(rows.links()))
        .param("consents", Rows.of(rows.consents()))
        .param("informing", Rows.of(rows.informing()))
        .param("matches", Rows.of(rows.matches()))
        .param("valuesMac", rows.protectedValues().mac())
        .param("values", rows.protectedValues().sealed())
        .param("valuesAsOf", rows.protectedValues().asOf().orElse(null))
        .query((row, n) -> new Written(
                    row.getInt("identifiers"),
                    row.getInt("facts"),
                    row.getInt("said"),
                    row.getBoolean("refused")))
        .single();
  }
}
