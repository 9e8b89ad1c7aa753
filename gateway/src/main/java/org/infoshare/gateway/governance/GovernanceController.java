package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.consent.TableSchemas;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.gateway.policy.PolicyBundles;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.gateway.security.Problems;
import org.infoshare.model.AgencyId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tables and agreements, and their changes. A change holds from the moment at which this answers:
 * no node decides by an older revision from then on.
 */
@RestController
@RequestMapping("/governance")
class GovernanceController {

  /** The revision that is in force after a change. */
  record Activated(String revision) {}

  private final PolicyBundles bundles;
  private final PolicyRevisions revisions;

  GovernanceController(PolicyBundles bundles, PolicyRevisions revisions) {
    this.bundles = bundles;
    this.revisions = revisions;
  }

  @GetMapping
  PolicyRevision active() {
    return bundles.active();
  }

  @PutMapping("/agreements/{agency}")
  Activated agreement(
      @PathVariable AgencyId agency, @Valid @RequestBody Change change, Authentication who) {
    PolicyRevision active = bundles.active();
    return activate(
        active.tables(), with(active.agreements(), agency.value(), change.content()), change, who);
  }

  @PutMapping("/tables/{name}")
  Activated table(
      @PathVariable String name, @Valid @RequestBody Change change, Authentication who) {
    PolicyRevision active = bundles.active();
    return activate(
        with(active.tables(), name, change.content()), active.agreements(), change, who);
  }

  private Activated activate(
      JsonNode tables, JsonNode agreements, Change change, Authentication who) {
    TableSchemas.check(byName(tables), byName(agreements));
    return new Activated(
        revisions.activate(tables, agreements, NamedPerson.of(who).name(), change.reason()));
  }

  private static JsonNode with(JsonNode all, String name, JsonNode content) {
    ObjectNode changed = all.deepCopy();
    return changed.set(name, content);
  }

  private static Map<String, JsonNode> byName(JsonNode tree) {
    return tree.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @ExceptionHandler
  ProblemDetail notInForm(InvalidPolicyTable e) {
    return problem("NOT_IN_FORM", "The content is not in the form of its table", e.faults());
  }

  @ExceptionHandler
  ProblemDetail incomplete(MethodArgumentNotValidException e) {
    return problem(
        "INCOMPLETE",
        "Something is missing",
        e.getFieldErrors().stream()
            .map(error -> error.getField() + ": " + error.getDefaultMessage())
            .toList());
  }

  private static ProblemDetail problem(String code, String title, List<String> faults) {
    ProblemDetail problem =
        Problems.problem(
            HttpStatus.BAD_REQUEST,
            code,
            title,
            "Nothing was changed. Mend what is listed and send it again.");
    problem.setProperty("faults", faults);
    return problem;
  }
}
