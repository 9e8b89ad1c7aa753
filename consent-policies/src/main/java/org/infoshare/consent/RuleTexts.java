package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infoshare.consent.words.Where;

/** The texts of the rules, read from the metadata that stand above each rule of the kernel. */
public final class RuleTexts {

  private static final Pattern RULE_FILE = Pattern.compile("kernel/([a-z0-9_]+)/\\1\\.rego");
  private static final Set<String> REFUSED = Set.of("refused", "refused_competent", "withdrawn");
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("R1", "recipient_not_verified"),
          Map.entry("N2", "purpose_incompatible"),
          Map.entry("U1", "unclassified"),
          Map.entry("HR", "human_only"),
          Map.entry("N1", "never_needed"),
          Map.entry("N0", "need_unknown"),
          Map.entry("X3", "weak_claim"),
          Map.entry("X5", "claim_under_watch"),
          Map.entry("X4", "stale_red"),
          Map.entry("Q1", "third_party"),
          Map.entry("T2", "order_minimum"),
          Map.entry("C1", "consent_given"),
          Map.entry("override:T3", "treatment_serious_risk"),
          Map.entry("T1", "treatment_promise"),
          Map.entry("override:X2", "duty_refused_high"),
          Map.entry("override:L5", "power_red"),
          Map.entry("L5", "power_held"),
          Map.entry("L0", "nothing_green"),
          Map.entry("L9", "nothing_held"),
          Map.entry("override:S3", "not_party"),
          Map.entry("S3", "not_party"),
          Map.entry("S4", "not_in_area"),
          Map.entry("S2", "agreement_lapsed"),
          Map.entry("B.location", "bar_location"),
          Map.entry("C:conflict", "consent_conflict"));

  private static final RuleText NO_WORDS =
      new RuleText("A rule without words", "", "", "", "We looked at this.");

  private final Map<String, RuleText> byFolder;

  private RuleTexts(Map<String, RuleText> byFolder) {
    this.byFolder = byFolder;
  }

  /** The texts of the rules that this version was built with. */
  public static RuleTexts packaged() {
    return of(PolicyFiles.packaged());
  }

  public static RuleTexts of(PolicyFiles files) {
    return of(files.rules());
  }

  /**
   * @param rules Rego by path, as a revision of the rules is kept
   */
  public static RuleTexts of(SortedMap<String, String> rules) {
    var texts = new TreeMap<String, RuleText>();
    rules.forEach(
            (path, rego) -> {
              Matcher file = RULE_FILE.matcher(path);
              JsonNode metadata = file.matches() ? metadata(rego) : null;
              if (metadata != null && metadata.has("custom")) {
                texts.put(file.group(1), text(metadata));
              }
            });
    return new RuleTexts(texts);
  }

  /** The text of each rule, by the folder that it lives in. */
  public Map<String, RuleText> byFolder() {
    return Map.copyOf(byFolder);
  }

  /**
   * The text of the rule that decided about a segment.
   *
   * @param told what the policy found about the segment
   */
  RuleText of(Verdict verdict, JsonNode told) {
    return byFolder.getOrDefault(
        folder(verdict, verdict.rule().value().split("\\+")[0], told), NO_WORDS);
  }

  private static String folder(Verdict verdict, String rule, JsonNode told) {
    if (rule.startsWith("H:")) {
      return "released";
    }
    if (BY_NAME.containsKey(rule) && !(rule.equals("C:conflict") && verdict.where() == Where.OUT)) {
      return BY_NAME.get(rule);
    }
    if (rule.startsWith("B.")) {
      return "bar";
    }
    if (rule.startsWith("L:")) {
      return told.path("confidential").asBoolean(true) ? "duty" : "not_confidential";
    }
    if (rule.equals("override:X1")) {
      return told.path("need").asText().equals("need") ? "power_immediate" : "nothing_immediate";
    }
    return byConsent(verdict.where(), told);
  }

  private static String byConsent(Where where, JsonNode told) {
    boolean refused = REFUSED.contains(told.path("consent").asText());
    if (where == Where.HELD) {
      return refused ? "duty_refused_amber" : "duty_green";
    }
    if (!refused) {
      return "power_green";
    }
    boolean needed = told.path("need").asText().equals("need");
    return needed ? "duty_refused_green" : "refused_and_not_needed";
  }

  private static RuleText text(JsonNode metadata) {
    JsonNode custom = metadata.get("custom");
    return new RuleText(
        metadata.path("title").asText(),
        metadata.path("description").asText().replace('\n', ' ').strip(),
        custom.path("rule").asText(),
        custom.path("hook").asText(),
        custom.path("person").asText());
  }

  private static JsonNode metadata(String rego) {
    var yaml = new StringBuilder();
    rego.lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("#"))
        .forEach(line -> yaml.append(line.substring(Math.min(2, line.length()))).append('\n'));
    return PolicyYaml.read(yaml.toString());
  }
}
