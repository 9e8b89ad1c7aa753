package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.Family;
import org.infoshare.model.Person;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFamilyTest {

  @ParameterizedTest
  @CsvSource({
    "2026-07-14T22:59:59Z, 15",
    "2026-07-14T23:00:00Z, 16",
    "2026-07-15T12:00:00Z, 16",
    "2027-07-14T22:59:59Z, 16"
  })
  void somebody_is_a_year_older_from_midnight_in_england_on(Instant now, int age) {
    var child =
        new Person(
            Invented.CHILD,
            PersonType.INDEX_CHILD,
            PlanType.NONE,
            Optional.of(LocalDate.parse("2010-07-15")),
            List.of(),
            false,
            List.of());
    var family = new Family(List.of(child), List.of(), List.of(), List.of());
    var knowledge = Invented.knowledge(Invented.referral(Invented.risk(false), Invented.rating()));
    assertThat(PolicyFamily.persons(family, knowledge, now).get(PolicyFamily.ref(Invented.CHILD)).age())
        .contains(age);
  }
}
