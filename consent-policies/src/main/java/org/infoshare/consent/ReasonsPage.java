package org.infoshare.consent;

import java.util.Map;
import java.util.TreeMap;

/** The table of reasons, a page for readers, made from what stands above each rule. */
public final class ReasonsPage {

  private ReasonsPage() {}

  public static String of(RuleTexts texts) {
    var page =
        new StringBuilder(
            """
            # Why something goes, stays or waits

            Made from the metadata of the rules under `policy/kernel`; a test compares the two. The order in
            which the rules are asked is `policy/kernel/decision.rego`. `*` stands for what is filled in: a bar,
            a basis in law, a state of consent, the row that was released.

            | Rule | In words | Law and guidance | Folder |
            |---|---|---|---|
            """);
    var rules = new TreeMap<String, String>();
    for (Map.Entry<String, RuleText> rule : texts.byFolder().entrySet()) {
      RuleText text = rule.getValue();
      rules.put(
          text.rule() + " " + rule.getKey(),
          "| `%s` | **%s.** %s | %s | `%s` |\n"
              .formatted(
                  text.rule(), text.title(), text.description(), text.hook(), rule.getKey()));
    }
    rules.values().forEach(page::append);
    return page.toString();
  }
}
