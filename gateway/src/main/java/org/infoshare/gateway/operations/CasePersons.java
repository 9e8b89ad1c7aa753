package org.infoshare.gateway.operations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.model.CaseMessage;

/**
 * Who is who in a message, by the part that each has in the case: "parent", or "parent 1" and
 * "parent 2" where there are two. Never a name.
 */
final class CasePersons {

  private static final String NOBODY_OF_THE_CASE = "somebody who is not a person of this case";

  private final LinkedHashMap<String, String> types;
  private final Wording words;

  /**
   * @param types the part of each, in the policy's word, by id and in the order of the message
   */
  CasePersons(LinkedHashMap<String, String> types, Wording words) {
    this.types = types;
    this.words = words;
  }

  /**
   * @param asked what the policy was asked: of a message that names nobody itself, such as an
   *     answer, it says who is who
   */
  static CasePersons of(
      CaseMessage message, Optional<DisclosureRequest> asked, Wording words) {
    var types = new LinkedHashMap<String, String>();
    message
        .envelope()
        .family()
        .persons()
        .forEach(person -> types.put(person.id().value(), person.type().word()));
    asked.ifPresent(
        request ->
            request.persons().entrySet().stream()
                .sorted((one, other) -> one.getKey().value().compareTo(other.getKey().value()))
                .forEach(
                    person ->
                        types.putIfAbsent(
                            person.getKey().value(), person.getValue().type().word())));
    return new CasePersons(types, words);
  }

  /**
   * @param id of a person, as the message gives it
   */
  String part(String id) {
    String type = types.get(id);
    if (type == null) {
      return NOBODY_OF_THE_CASE;
    }
    List<String> alike =
        types.keySet().stream().filter(other -> types.get(other).equals(type)).toList();
    return Collections.frequency(types.values(), type) == 1
        ? words.person(type)
        : words.person(type) + " " + (alike.indexOf(id) + 1);
  }
}
