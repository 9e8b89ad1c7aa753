package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.TableSchemas;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.gateway.ledger.RevisionMoved;
import org.infoshare.gateway.policy.PolicyBundles;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.stereotype.Component;

/** Puts changed tables and agreements in force, each as a new revision. */
@Component
class Changes {

  /** What can be changed, as addresses name it. */
  enum Kind {
    TABLES,
    AGREEMENTS;

    /** Everything of this kind, by name. */
    JsonNode of(PolicyRevision revision) {
      return this == TABLES ? revision.tables() : revision.agreements();
    }

    Optional<JsonNode> find(PolicyRevision revision, String name) {
      return Optional.ofNullable(of(revision).get(name));
    }

    private String title(String name, JsonNode content) {
      return this == TABLES ? TableSchemas.title(name) : content.path("name").asText(name);
    }
  }

  private final PolicyBundles bundles;
  private final PolicyRevisions revisions;

  Changes(PolicyBundles bundles, PolicyRevisions revisions) {
    this.bundles = bundles;
    this.revisions = revisions;
  }

  PolicyRevision active() {
    return bundles.active();
  }

  /** Everything of one kind that is in force, by name. */
  List<InForce> all(Kind kind, PolicyRevision active) {
    return PolicyJson.byName(kind.of(active)).entrySet().stream()
        .map(one -> inForce(kind, active, one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(InForce::title))
        .toList();
  }

  /**
   * One table or agreement as it stands in force.
   *
   * @param title what the table is about, or the agency's name
   * @param revision to make a change from
   */
  record InForce(String name, String title, String revision, JsonNode content) {}

  /**
   * @throws NoSuchContent if there is none of that name
   */
  InForce inForce(Kind kind, String name) {
    PolicyRevision active = active();
    return inForce(kind, active, name, kind.find(active, name).orElseThrow(NoSuchContent::new));
  }

  private static InForce inForce(Kind kind, PolicyRevision active, String name, JsonNode content) {
    return new InForce(name, kind.title(name, content), active.revision(), content);
  }

  /**
   * What a change would take out and put in, without putting it in force.
   *
   * @param name of the table, or of the agency
   * @throws NothingChanged if it says what is in force
   * @throws org.infoshare.consent.InvalidPolicyTable naming every fault
   * @throws RevisionMoved if another one is in force than the change was made from
   */
  LineDiff check(Kind kind, String name, Change change) {
    PolicyRevision active = active();
    Changed changed = changed(active, kind, name, change);
    return LineDiff.of(kind.find(active, name), Optional.of(changed.content()));
  }

  /**
   * @param name of the table, or of the agency
   * @return the revision that is in force from now on
   * @throws NothingChanged if it says what is in force
   * @throws org.infoshare.consent.InvalidPolicyTable naming every fault
   * @throws RevisionMoved if another one is in force than the change was made from
   */
  String make(Kind kind, String name, Change change, NamedPerson person) {
    Changed changed = changed(active(), kind, name, change);
    return revisions.activate(
        change.revision(),
        changed.tables(),
        changed.agreements(),
        person.name(),
        change.reason());
  }

  private record Changed(JsonNode content, JsonNode tables, JsonNode agreements) {}

  private static Changed changed(PolicyRevision active, Kind kind, String name, Change change) {
    if (!active.revision().equals(change.revision())) {
      throw new RevisionMoved(active);
    }
    if (kind.find(active, name).filter(change.content()::equals).isPresent()) {
      throw new NothingChanged();
    }
    JsonNode tables = active.tables();
    JsonNode agreements = active.agreements();
    if (kind == Kind.TABLES) {
      tables = with(tables, name, change.content());
    } else {
      agreements = with(agreements, name, change.content());
    }
    TableSchemas.check(PolicyJson.byName(tables), PolicyJson.byName(agreements));
    return new Changed(change.content(), tables, agreements);
  }

  private static JsonNode with(JsonNode all, String name, JsonNode content) {
    ObjectNode changed = all.deepCopy();
    return changed.set(name, content);
  }
}
