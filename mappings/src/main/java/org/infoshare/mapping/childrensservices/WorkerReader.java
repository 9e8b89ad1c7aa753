package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.Worker;
import org.infoshare.model.Function;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;

/** Reads the social worker and the team, which says in which area the family lives. */
final class WorkerReader {

  private static final CodeList<String> ROLE =
      CodeList.of("social_worker", "duty_worker", "team_manager");
  private static final CodeList<String> TEAM = CodeList.of("Central", "West", "East");
  private static final Function FUNCTION = new Function("csc_social_work");

  private final Practitioner practitioner;

  /**
   * @param first the person to whom an unreadable code is put, where the message is urgent
   */
  WorkerReader(Worker worker, PersonId first, Reading reading) {
    var role =
        reading.read(
            first,
            fields("role", worker.getRole()),
            () -> ROLE.read("socialWorker/role", worker.getRole()));
    var team =
        Optional.ofNullable(worker.getTeam())
            .flatMap(
                code ->
                    reading.read(
                        first, fields("team", code), () -> TEAM.read("socialWorker/team", code)));
    practitioner =
        new Practitioner(
            new Personal(worker.getName()),
            role.orElse("unknown"),
            FUNCTION,
            team,
            Personal.of(worker.getCallBack()));
  }

  Practitioner practitioner() {
    return practitioner;
  }

  List<String> areas() {
    return practitioner.team().map(team -> team.toLowerCase(Locale.ROOT)).stream().toList();
  }
}
