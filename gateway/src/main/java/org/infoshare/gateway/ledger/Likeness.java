package org.infoshare.gateway.ledger;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.infoshare.gateway.ledger.keys.Proof;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Content;
import org.infoshare.model.Content.PersonDetails;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;

/**
 * What makes two persons alike: the same names, whatever their case, accents and spacing, and the
 * same date of birth.
 */
final class Likeness {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]");

  private Likeness() {}

  /**
   * The likeness of each person whose names and date of birth the message tells, proved under the
   * registry's key.
   */
  static Map<PersonId, byte[]> of(CaseMessage message, Proof registry) {
    var likenesses = new HashMap<PersonId, byte[]>();
    for (var segment : message.segments()) {
      if (segment.content() instanceof Content.PersonDetails details) {
        words(details).ifPresent(words -> likenesses.put(segment.about(), registry.of(words)));
      }
    }
    return likenesses;
  }

  private static Optional<String> words(PersonDetails details) {
    if (details.givenName().isEmpty() || details.familyName().isEmpty()) {
      return Optional.empty();
    }
    String names = plain(details.givenName().get()) + "|" + plain(details.familyName().get());
    return details.birthDate().map(born -> "likeness|" + names + "|" + born);
  }

  private static String plain(Personal name) {
    String apart = Normalizer.normalize(name.value(), Normalizer.Form.NFKD);
    return BETWEEN.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
