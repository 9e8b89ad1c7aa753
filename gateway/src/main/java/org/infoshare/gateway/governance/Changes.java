package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.infoshare.consent.TableSchemas;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
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

  /**
   * @param name of the table, or of the agency
   * @return the revision that is in force from now on
   * @throws org.infoshare.consent.InvalidPolicyTable naming every fault
   * @throws org.infoshare.gateway.ledger.RevisionMoved if another one is in force than the change
   *     was made from
   */
  String make(Kind kind, String name, Change change, NamedPerson person) {
    PolicyRevision active = active();
    JsonNode tables = active.tables();
    JsonNode agreements = active.agreements();
    if (kind == Kind.TABLES) {
      tables = with(tables, name, change.content());
    } else {
      agreements = with(agreements, name, change.content());
    }
    TableSchemas.check(byName(tables), byName(agreements));
    return revisions.activate(
        change.revision(), tables, agreements, person.name(), change.reason());
  }

  private static JsonNode with(JsonNode all, String name, JsonNode content) {
    ObjectNode changed = all.deepCopy();
    return changed.set(name, content);
  }

  private static Map<String, JsonNode> byName(JsonNode tree) {
    return tree.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
