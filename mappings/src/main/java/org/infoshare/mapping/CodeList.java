package org.infoshare.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.infoshare.mapping.MalformedMessage.Code;

/**
 * The codes that one field of a contract may hold, and what each means.
 *
 * @param <T> the meaning
 */
public final class CodeList<T> {

  private final Map<String, T> meanings;

  private CodeList(Map<String, T> meanings) {
    this.meanings = Collections.unmodifiableMap(meanings);
  }

  /** Each meaning under its word, in the order given. */
  public static <T> CodeList<T> of(List<T> meanings, Function<T, String> word) {
    var byWord = new LinkedHashMap<String, T>();
    meanings.forEach(meaning -> byWord.put(word.apply(meaning), meaning));
    return new CodeList<>(byWord);
  }

  /** Codes that the model keeps as they are. */
  public static CodeList<String> of(String... codes) {
    return of(Arrays.asList(codes), Function.identity());
  }

  /**
   * @param where the field of the contract
   * @throws MalformedMessage that lists the codes of this field, and does not repeat the one
   *     received
   */
  public T read(String where, String code) {
    var meaning = meanings.get(code);
    if (meaning == null) {
      throw new MalformedMessage(
          Code.UNKNOWN_CODE,
          where,
          "not a code of this field; use one of " + String.join(", ", meanings.keySet()));
    }
    return meaning;
  }
}
