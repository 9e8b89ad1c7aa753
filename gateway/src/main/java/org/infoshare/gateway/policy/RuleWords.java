package org.infoshare.gateway.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infoshare.consent.PolicyFiles;
import org.springframework.stereotype.Component;

/**
 * The sentence that a practitioner reads for a reason's code: the title of the rule that gave it.
 */
@Component
public final class RuleWords {

  private static final Pattern TITLE = Pattern.compile("^# title: (.+)$", Pattern.MULTILINE);
  private static final Pattern CODE =
      Pattern.compile("^#\\s+rule: \"?([^\"\\n]+)\"?$", Pattern.MULTILINE);

  private final Map<String, String> titles = new HashMap<>();

  public RuleWords(PolicyFiles policy) {
    policy.rules().values().forEach(this::read);
    titles.put("C:*", "What the person agreed to, or refused, must be weighed by a person");
    titles.put("not_carried", "The recipient\u2019s system has no place for it, or it only says how somebody stands to a person who is kept back");
    titles.put("ENG", "The policy could not be asked");
    titles.put(
        "FORMAT",
        "The recipient\u2019s system has no place for what must be told with it: a person tells the recipient first");
    titles.put("LOOKED_AT", "A person looks at it before it goes");
    titles.put("GUARD", "The leak guard found something in it that must not leave");
    titles.put("ADDRESS_AGE", "A person looks whether an address is still the right one");
    titles.put("CONTACT_SAFETY", "A person looks whether a way of contact is safe");
  }

  private void read(String rego) {
    Matcher title = TITLE.matcher(rego);
    Matcher code = CODE.matcher(rego);
    if (title.find() && code.find()) {
      titles.putIfAbsent(code.group(1), title.group(1));
    }
  }

  /**
   * @param code as it stands in a decision; a code without a rule of its own is answered with that
   *     of its family
   */
  public String of(String code) {
    return Optional.ofNullable(titles.get(code))
        .or(() -> Optional.ofNullable(titles.get(code.replaceFirst("([:.]).*", "$1*"))))
        .orElse("A rule that this version has no words for");
  }
}
