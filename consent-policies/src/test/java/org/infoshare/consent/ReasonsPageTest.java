package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReasonsPageTest {

  /**
   * After a change, {@code mvn test -Dtest=ReasonsPageTest -Dreasons.write=true} writes the page.
   */
  @Test
  void the_page_says_what_stands_above_the_rules() throws IOException {
    Path page = Path.of("REASONS.md");
    String reasons = ReasonsPage.of(RuleTexts.packaged());
    if (Boolean.getBoolean("reasons.write")) {
      Files.writeString(page, reasons);
    }
    assertThat(page).hasContent(reasons);
  }
}
