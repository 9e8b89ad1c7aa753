package org.infoshare.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content.PersonDetails;
import org.infoshare.model.Identifier;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one agency last told of a person.
 *
 * @param reference the agency's id of the message in which it did
 * @param person by the id that this message gives
 * @param type the part that the person has in the agency's case
 * @param details who the agency says it is
 * @param relations to others of the message, by the ids that it gives
 */
public record PersonTold(
    UUID registered,
    String agency,
    String reference,
    PersonId person,
    String type,
    boolean locationProtected,
    Optional<PersonDetails> details,
    List<Identifier> identifiers,
    List<Relation> relations) {

  private static final String LOOK =
      """
      select s.person_id, s.stated_by, s.message_id, s.type, s.location_protected, m.sender_message_id, p.ref
      from person_statement s join message m on m.id = s.message_id
      join message_person p on p.message_id = s.message_id and p.person_id = s.person_id
      where s.person_id in (?, ?) order by s.stated_at, s.stated_by, p.ref
      """;

  /** Of these two, by every agency. */
  static List<PersonTold> of(JdbcClient database, MessageTexts texts, UUID one, UUID other) {
    return database.sql(LOOK).params(one, other).query((row, n) -> of(row, texts)).list();
  }

  private static PersonTold of(ResultSet row, MessageTexts texts) throws SQLException {
    CaseMessage message = texts.of(row.getObject("message_id", UUID.class)).message();
    var id = new PersonId(row.getString("ref"));
    return new PersonTold(
        row.getObject("person_id", UUID.class),
        row.getString("stated_by"),
        row.getString("sender_message_id"),
        id,
        row.getString("type"),
        row.getBoolean("location_protected"),
        details(message, id),
        message.envelope().family().persons().stream()
            .filter(person -> person.id().equals(id))
            .map(Person::identifiers)
            .flatMap(List::stream)
            .toList(),
        message.envelope().family().relations().stream()
            .filter(relation -> relation.a().equals(id) || relation.b().equals(id))
            .toList());
  }

  private static Optional<PersonDetails> details(CaseMessage message, PersonId id) {
    return message.segments().stream()
        .filter(segment -> segment.about().equals(id))
        .map(segment -> segment.content())
        .filter(PersonDetails.class::isInstance)
        .map(PersonDetails.class::cast)
        .findFirst();
  }

  /** Who it is stays out of it. */
  @Override
  public String toString() {
    return "PersonTold[%s by %s in %s]".formatted(person, agency, reference);
  }
}
