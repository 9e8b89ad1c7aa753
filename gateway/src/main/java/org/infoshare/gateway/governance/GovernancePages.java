package org.infoshare.gateway.governance;

import jakarta.validation.Valid;
import java.util.Locale;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.consent.PolicyYaml;
import org.infoshare.gateway.governance.Changes.InForce;
import org.infoshare.gateway.governance.Changes.Kind;
import org.infoshare.gateway.ledger.PolicyRevision;
import org.infoshare.gateway.ledger.RevisionMoved;
import org.infoshare.gateway.operations.ForPeople;
import org.infoshare.gateway.security.NamedPerson;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Tables and agreements, and their changes, as pages: written, then checked, then put in force. What
 * somebody wrote is never lost: a fault, or somebody else's change meanwhile, shows it again.
 */
@Controller
@ForPeople
@RequestMapping("/operations/governance")
class GovernancePages {

  private final Changes changes;
  private final History history;

  GovernancePages(Changes changes, History history) {
    this.changes = changes;
    this.history = history;
  }

  @GetMapping
  String list(Model model) {
    PolicyRevision active = changes.active();
    model.addAttribute("active", active);
    model.addAttribute("tables", changes.all(Kind.TABLES, active));
    model.addAttribute("agreements", changes.all(Kind.AGREEMENTS, active));
    return "governance";
  }

  @GetMapping("/history")
  String history(@RequestParam(defaultValue = "1") int page, Model model) {
    model.addAttribute("history", history.page(page));
    return "governance-history";
  }

  @GetMapping("/history/{revision}")
  String step(@PathVariable String revision, Model model) {
    model.addAttribute("step", history.step(revision));
    return "governance-revision";
  }

  @GetMapping("/{kind:tables|agreements}/{name}.json")
  @ResponseBody
  InForce json(@PathVariable String kind, @PathVariable String name) {
    return changes.inForce(kind(kind), name);
  }

  @GetMapping("/{kind:tables|agreements}/{name}")
  String form(@PathVariable String kind, @PathVariable String name, Model model) {
    InForce now = changes.inForce(kind(kind), name);
    model.addAttribute("title", now.title());
    model.addAttribute("draft", new Draft(PolicyYaml.write(now.content()), "", now.revision()));
    return "governance-change";
  }

  /** What was written and checked is to be changed once more. */
  @PostMapping("/{kind:tables|agreements}/{name}/edit")
  String edit(
      @PathVariable String kind,
      @PathVariable String name,
      @ModelAttribute Draft draft,
      Model model) {
    model.addAttribute("title", changes.inForce(kind(kind), name).title());
    return "governance-change";
  }

  /** Shows what a change takes out and puts in; nothing is put in force. */
  @PostMapping("/{kind:tables|agreements}/{name}/check")
  String check(
      @PathVariable String kind,
      @PathVariable String name,
      @Valid @ModelAttribute Draft draft,
      BindingResult faults,
      Model model) {
    return written(
        kind,
        name,
        draft,
        faults,
        model,
        change -> {
          model.addAttribute("diff", changes.check(kind(kind), name, change));
          return "governance-check";
        });
  }

  @PostMapping("/{kind:tables|agreements}/{name}")
  String change(
      @PathVariable String kind,
      @PathVariable String name,
      @Valid @ModelAttribute Draft draft,
      BindingResult faults,
      Authentication who,
      Model model,
      RedirectAttributes next) {
    return written(
        kind,
        name,
        draft,
        faults,
        model,
        change -> {
          changes.make(kind(kind), name, change, NamedPerson.of(who));
          next.addFlashAttribute("done", "In force from now on, for every decision.");
          return "redirect:/operations/governance";
        });
  }

  private interface Next {
    String with(Change change);
  }

  /** Goes on with what was written, or shows it again with what is wrong. */
  private String written(
      String kind, String name, Draft draft, BindingResult faults, Model model, Next next) {
    model.addAttribute("title", changes.inForce(kind(kind), name).title());
    if (!faults.hasErrors()) {
      try {
        return next.with(
            new Change(PolicyYaml.read(draft.content()), draft.reason(), draft.revision()));
      } catch (NothingChanged e) {
        faults.rejectValue(
            "content", "nothing.changed", "Change something: this says what is in force already");
      } catch (RevisionMoved e) {
        model.addAttribute("moved", e.inForce());
        kind(kind)
            .find(e.inForce(), name)
            .ifPresent(theirs -> model.addAttribute("theirs", PolicyYaml.write(theirs)));
      } catch (InvalidPolicyTable e) {
        var written = new WrittenFaults(name, draft.content());
        e.faults()
            .forEach(
                fault -> faults.rejectValue("content", "not.in.form", written.inWords(fault)));
      } catch (YAMLException e) {
        faults.rejectValue("content", "not.readable", PolicyYaml.fault(e));
      }
    }
    return "governance-change";
  }

  private static Kind kind(String word) {
    return Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @ExceptionHandler
  @ResponseBody
  ProblemDetail noSuchContent(NoSuchContent e) {
    return NoSuchContent.problem();
  }
}
