package org.infoshare.gateway.policy;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a category is called: as the table of texts in force has it, so that the pages and the
 * readings of a decision call it the same, and whoever edits the table edits both.
 */
@FunctionalInterface
public interface CategoryWords {

  /**
   * @param category in the policy's word
   * @return as it stands within a sentence; empty for a word that the table does not have
   */
  Optional<String> of(String category);

  /** Of the revision that is in force. */
  @Component
  final class InForce implements CategoryWords {

    private final PolicyBundles bundles;

    InForce(PolicyBundles bundles) {
      this.bundles = bundles;
    }

    @Override
    public Optional<String> of(String category) {
      return Optional.ofNullable(
          bundles.recent().tables().at("/texts/texts/categories").path(category).textValue());
    }
  }
}
