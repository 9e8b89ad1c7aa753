package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what a named person says beside what they decide: it stands in the next record of a decision. */
final class Consultations {

  private static final String WRITE =
      """
      insert into consultation (id, message_id, recipient_agency, recipient_function, kind, step, parts, by_account, role, at, words, words_key)
      values (:id, :message, :agency, :function, :kind, :step, cast(:parts as text[]), :by, :role, :at, :words, :key)
      """;

  private static final String CIRCUMSTANCE =
      """
      with trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, code, by_person)
        select retention_class, retention_year, :at, 'circumstance stated', id, :word, :by from message where id = :message)
      insert into circumstance (message_id, word, by_person, at) values (:message, :word, :by, :at) on conflict do nothing
      """;

  private final JdbcClient database;
  private final DecisionRecords records;

  Consultations(LedgerParts parts) {
    this.database = parts.database();
    this.records = parts.records();
  }

  /** Ready to be written: words are encrypted outside the transaction. */
  record Prepared(List<Words> words, boolean askAgain) {}

  private record Words(UUID id, String kind, SealedWords sealed) {}

  /** About what, and whose word it is. */
  record About(UUID message, RecipientRow recipient, String step, List<String> parts, String by, String role) {}

  Prepared prepare(AlsoSaid said, Instant at) {
    return new Prepared(
        Stream.concat(
                words("consulted", said.consulted(), at), words("dissent", said.dissent(), at))
            .toList(),
        said.askAgain());
  }

  private Stream<Words> words(String kind, Optional<String> said, Instant at) {
    UUID id = UUID.randomUUID();
    return said.stream()
        .map(text -> new Words(id, kind, records.seal(text, Places.consultation(id), at)));
  }

  void write(Prepared prepared, About about, Instant at) {
    prepared.words().forEach(words -> write(words, about, at));
    if (prepared.askAgain()) {
      database
          .sql(CIRCUMSTANCE)
          .param("message", about.message())
          .param("word", "ask_again")
          .param("by", about.by())
          .param("at", Sql.at(at))
          .update();
    }
  }

  private void write(Words words, About about, Instant at) {
    database
        .sql(WRITE)
        .param("id", words.id())
        .param("message", about.message())
        .param("agency", about.recipient().agency())
        .param("function", about.recipient().function())
        .param("kind", words.kind())
        .param("step", about.step())
        .param("parts", Sql.array(about.parts()))
        .param("by", about.by())
        .param("role", about.role())
        .param("at", Sql.at(at))
        .param("words", words.sealed().text())
        .param("key", words.sealed().key())
        .update();
  }
}
