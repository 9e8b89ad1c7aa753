package org.infoshare.mapping.cgl;

import static org.infoshare.mapping.Reading.fields;

import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Reading;
import org.infoshare.model.Function;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;

/** Reads who answers for the service. */
final class PractitionerReader {

  private static final CodeList<String> ROLE =
      CodeList.of("key_worker", "nurse", "doctor", "team_manager");
  private static final Function FUNCTION = new Function("treatment");

  private PractitionerReader() {}

  static Practitioner read(CglPractitioner practitioner) {
    return read(practitioner, ROLE.read("practitioner/role", practitioner.role()));
  }

  /**
   * @param about the person to whom an unreadable role is put, where the message is urgent
   */
  static Practitioner read(CglPractitioner practitioner, PersonId about, Reading reading) {
    var role =
        reading.read(
            about,
            fields("role", practitioner.role()),
            () -> ROLE.read("practitioner/role", practitioner.role()));
    return read(practitioner, role.orElse("unknown"));
  }

  private static Practitioner read(CglPractitioner practitioner, String role) {
    return new Practitioner(
        new Personal(practitioner.name()),
        role,
        FUNCTION,
        Optional.empty(),
        practitioner.callBack().flatMap(Personal::of));
  }
}
