package org.infoshare.gateway.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.gateway.ledger.Remembered.ReleaseRow;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Function;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Knowledge;
import org.infoshare.routes.road.NamedDecision;
import org.infoshare.routes.road.NotUpheld;
import org.infoshare.routes.road.ProtectedValue;
import org.infoshare.routes.road.ProtectedValue.Told;
import org.infoshare.routes.road.Release;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger knows about the people of a message. One query, and none while the facts have the
 * same version.
 */
final class Remembering {

  private final JdbcClient database;
  private final CaseKeys keys;
  private final Cache<Moment, Knowledge> known =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Remembering(JdbcClient database, CaseKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  private record Moment(UUID message, long factsVersion) {}

  /**
   * @param standing that was read before: what moves between the two is found out when the decision
   *     is recorded
   */
  Knowledge of(MessageText text, Standing standing) {
    // Not loaded inside the cache: whoever waits for the database there holds up others that only
    // look.
    var moment = new Moment(text.id(), standing.factsVersion());
    Knowledge remembered = known.getIfPresent(moment);
    if (remembered != null) {
      return under(standing.activeTables(), remembered);
    }
    Knowledge knowledge = read(text, standing);
    known.put(moment, knowledge);
    return knowledge;
  }

  /**
   * What is known of the persons of a message that is the first word about them all, in a case that
   * it opened: what it tells itself. Need not be asked for then.
   */
  void rememberFirstWord(MessageText text, List<ProtectedValue> values) {
    var family = text.message().envelope().family();
    var knowledge =
        new Knowledge(
            0,
            "",
            family,
            family,
            Set.of(),
            Set.of(),
            List.copyOf(new LinkedHashSet<>(values)),
            List.of(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of());
    known.put(new Moment(text.id(), 0), knowledge);
  }

  private static Knowledge under(String activeTables, Knowledge knowledge) {
    return new Knowledge(
        knowledge.version(),
        activeTables,
        knowledge.family(),
        knowledge.senderView(),
        knowledge.uncertain(),
        knowledge.conflicting(),
        knowledge.protectedValues(),
        knowledge.releases(),
        knowledge.recalledFrom(),
        knowledge.setByPerson(),
        knowledge.namedDecisions(),
        knowledge.notUpheld());
  }

  private Knowledge read(MessageText text, Standing standing) {
    String rows =
        database
            .sql(Remembered.LOOK)
            .param("message", text.id())
            .param("case", text.caseId())
            .query(String.class)
            .single();
    Remembered remembered = Rows.read(rows, Remembered.class);
    var naming = new Naming(remembered, used(text));
    var view = new FamilyView(text.message().envelope(), remembered, naming);
    return new Knowledge(
        standing.factsVersion(),
        standing.activeTables(),
        view.everybodys(),
        view.of(text.message().envelope().from()),
        naming.uncertain(),
        conflicting(remembered, naming),
        protectedValues(remembered, naming),
        remembered.releases().stream().map(this::release).toList(),
        remembered.recalledFrom().stream()
            .map(RecipientRow::recipient)
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(remembered.circumstances()),
        remembered.namedDecisions().stream().map(Remembering::named).toList(),
        remembered.notUpheld().stream().map(Remembering::notUpheld).toList());
  }

  private static NotUpheld notUpheld(Remembered.Review row) {
    return new NotUpheld(
        new RecipientRow(row.agency(), row.function()).recipient(),
        row.parts().stream().map(SegmentId::new).collect(Collectors.toSet()),
        row.claim(),
        row.at());
  }

  private static NamedDecision named(Remembered.Named row) {
    return new NamedDecision(
        new RecipientRow(row.agency(), row.function()).recipient(), row.by(), row.role(), row.at());
  }

  private static Set<PersonId> used(MessageText text) {
    return text.message().envelope().family().persons().stream()
        .map(person -> person.id())
        .collect(Collectors.toSet());
  }

  private static Set<PersonId> conflicting(Remembered remembered, Naming naming) {
    return remembered.disagreeing().stream()
        .flatMap(person -> naming.of(person).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<ProtectedValue> protectedValues(Remembered remembered, Naming naming) {
    var values = new LinkedHashSet<ProtectedValue>();
    for (var list : remembered.protectedValues()) {
      byte[] sealed = Base64.getMimeDecoder().decode(list.entries());
      SealedValues.open(sealed, keys.of(list.keyId()), Places.protectedValues(list.messageId()))
          .stream()
          .flatMap(entry -> values(entry, list.statedAt(), naming))
          .forEach(values::add);
    }
    return List.copyOf(values);
  }

  private static Stream<ProtectedValue> values(
      SealedValues.Entry entry, Instant at, Naming naming) {
    return naming.of(entry.about()).stream()
        .map(
            about ->
                new ProtectedValue(
                    about, entry.kind(), new Personal(entry.value()), told(entry, at)));
  }

  private static Optional<Told> told(SealedValues.Entry entry, Instant at) {
    return entry
        .use()
        .map(
            use ->
                new Told(
                    use,
                    entry.part().orElseThrow(),
                    entry.asOf().orElseThrow(),
                    entry.dated(),
                    at));
  }

  private Release release(ReleaseRow row) {
    byte[] reason =
        keys.of(row.reasonKeyId())
            .content()
            .open(Base64.getMimeDecoder().decode(row.reason()), Places.reason(row.id()));
    Optional<Function> toFunction = row.toFunction().map(Function::new);
    return new Release(
        new SegmentId(row.segment()),
        new Recipient(new AgencyId(row.recipientAgency()), new Function(row.recipientFunction())),
        row.rule(),
        row.byPerson(),
        row.secondPerson(),
        row.role(),
        new String(reason, StandardCharsets.UTF_8),
        row.at(),
        toFunction);
  }
}
