package org.infoshare.mapping.cgl;

import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.model.Function;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;

/** Reads who answers for the service. */
final class PractitionerReader {

  private static final CodeList<String> ROLE =
      CodeList.of("key_worker", "nurse", "doctor", "team_manager");
  private static final Function FUNCTION = new Function("treatment");

  private PractitionerReader() {}

  static Practitioner read(CglPractitioner practitioner) {
    return new Practitioner(
        new Personal(practitioner.name()),
        ROLE.read("practitioner/role", practitioner.role()),
        FUNCTION,
        Optional.empty(),
        practitioner.callBack().flatMap(Personal::of));
  }
}
