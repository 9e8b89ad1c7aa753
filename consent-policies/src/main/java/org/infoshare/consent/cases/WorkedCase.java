package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One situation and what the policy must answer, exactly. */
sealed interface WorkedCase permits KernelCase, DeriveCase, UnreadableCase {

  String id();

  /**
   * Where the answer differs from what is expected, a line each; none if the case passes.
   *
   * @throws MalformedCase if the case cannot be run as it is written
   */
  List<String> run(AskedPolicy policy);

  /**
   * All cases of a file, of either form; one that is not in its form is told when it is run.
   *
   * @throws MalformedCase if the file has no cases
   */
  static List<WorkedCase> read(Path file) {
    var cases = new ArrayList<WorkedCase>();
    CaseFile.list(file).forEach(written -> cases.add(of(written)));
    return cases;
  }

  private static WorkedCase of(JsonNode written) {
    String id = written.path("id").asText("without id");
    boolean derive = written.has("input");
    List<String> faults = CaseSchemas.faults(derive, written);
    if (!faults.isEmpty()) {
      return new UnreadableCase(id, faults);
    }
    return derive ? new DeriveCase(id, written) : new KernelCase(id, written);
  }
}
