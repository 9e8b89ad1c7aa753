package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import java.util.Locale;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.consent.PolicyYaml;
import org.infoshare.gateway.governance.Changes.Kind;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.RevisionMoved;
import org.infoshare.gateway.operations.ForPeople;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Tables and agreements, and their changes, as pages. What somebody wrote is never lost: a fault,
 * or somebody else's change meanwhile, shows it again.
 */
@Controller
@ForPeople
@RequestMapping("/operations/governance")
class GovernancePages {

  private final Changes changes;

  GovernancePages(Changes changes) {
    this.changes = changes;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("active", changes.active());
    return "governance";
  }

  @GetMapping("/{kind}/{name}")
  String form(@PathVariable String kind, @PathVariable String name, Model model) {
    PolicyRevision active = changes.active();
    JsonNode content = content(active, kind, name);
    model.addAttribute("draft", new Draft(content.toPrettyString(), "", active.revision()));
    return shown(kind, name, model);
  }

  private static String shown(String kind, String name, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("name", name);
    return "governance-change";
  }

  @PostMapping("/{kind}/{name}")
  String change(
      @PathVariable String kind,
      @PathVariable String name,
      @Valid @ModelAttribute Draft draft,
      BindingResult faults,
      Authentication who,
      Model model,
      RedirectAttributes next) {
    content(changes.active(), kind, name);
    if (!faults.hasErrors()) {
      try {
        var change = new Change(PolicyYaml.read(draft.content()), draft.reason(), draft.revision());
        changes.make(kind(kind), name, change, NamedPerson.of(who));
        next.addFlashAttribute("done", "In force from now on, for every decision.");
        return "redirect:/operations/governance";
      } catch (RevisionMoved e) {
        model.addAttribute("moved", e.inForce());
        model.addAttribute("theirs", content(e.inForce(), kind, name).toPrettyString());
      } catch (InvalidPolicyTable e) {
        e.faults().forEach(fault -> faults.rejectValue("content", "not.in.form", fault));
      } catch (YAMLException e) {
        faults.rejectValue("content", "not.readable", "Enter YAML or JSON: this cannot be read");
      }
    }
    return shown(kind, name, model);
  }

  private static Kind kind(String word) {
    try {
      return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static JsonNode content(PolicyRevision revision, String kind, String name) {
    JsonNode content = kind(kind).of(revision).path(name);
    if (content.isMissingNode()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return content;
  }
}
