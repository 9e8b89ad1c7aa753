package org.infoshare.gateway.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import org.infoshare.consent.InvalidPolicyTable;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.PolicyYaml;
import org.infoshare.consent.TableSchemas;
import org.junit.jupiter.api.Test;

class WrittenFaultsTest {

  private static final String AGREEMENT =
      """
      name: CGL drug and alcohol service
      functions: [treatment]
      reference: ISA-2026-002
      from: next week
      until: 2027-03-31
      purposes: [TREATMENT_REFERRAL, GOSSIP]
      kind: substance_service
      public_authority: perhaps
      mood: grey
      """;

  @Test
  void every_fault_of_what_somebody_wrote_is_told_with_its_line_and_what_is_to_be_there() {
    assertThat(faults(AGREEMENT))
        .contains("Line 4: from: write a day as 2027-03-31")
        .contains("Line 9: mood: nothing of this name can stand here")
        .anyMatch(fault -> fault.startsWith("Line 6: purposes[1]: write one of: "))
        .anyMatch(fault -> fault.startsWith("Line 8: public_authority: "))
        .noneMatch(fault -> fault.contains("schema") || fault.contains("$"));
    assertThat(faults(AGREEMENT.replace("reference: ISA-2026-002\n", "")))
        .contains("Line 1: 'reference' is missing");
  }

  @Test
  void a_fault_of_another_table_is_told_as_it_was_found() {
    assertThat(new WrittenFaults("cgl", AGREEMENT).inWords("need: missing"))
        .isEqualTo("need: missing");
  }

  private static List<String> faults(String written) {
    PolicyFiles files = PolicyFiles.packaged();
    var agreements = new TreeMap<String, JsonNode>(files.agreements());
    agreements.put("cgl", PolicyYaml.read(written));
    var invalid =
        catchThrowableOfType(
            InvalidPolicyTable.class, () -> TableSchemas.check(files.tables(), agreements));
    var inWords = new WrittenFaults("cgl", written);
    return invalid.faults().stream().map(inWords::inWords).toList();
  }
}
