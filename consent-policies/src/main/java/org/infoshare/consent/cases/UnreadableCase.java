package org.infoshare.consent.cases;

import java.util.List;

/** A case with a field or a word that nobody knows. */
record UnreadableCase(String id, List<String> faults) implements WorkedCase {

  @Override
  public List<String> run(AskedPolicy policy) {
    throw new MalformedCase(String.join("; ", faults));
  }
}
