package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.RequestSchema;
import org.infoshare.consent.words.Phase;
import org.infoshare.model.Authority;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.Family;
import org.infoshare.model.Handling;
import org.infoshare.model.Person;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;
import org.infoshare.model.Rag;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRequestsTest {

  /** 1753-01-01 is the day that many a case system writes for none. */
  @ParameterizedTest
  @ValueSource(strings = {"1000-01-01", "1753-01-01", "1969-12-31", "2999-12-31"})
  void whatever_days_a_sender_writes_the_policy_can_be_asked(LocalDate day) {
    Instant moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();

    DisclosureRequest asked = asked(day, moment);

    assertThatCode(() -> RequestSchema.check(PolicyJson.mapper().valueToTree(asked)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000-01-01", "1753-01-01"})
  void a_day_of_birth_that_nobody_alive_can_have_tells_no_age(LocalDate day) {
    var child = asked(day, Invented.NOW).persons().get(PolicyFamily.ref(Invented.CHILD));

    assertThat(child.age()).isEmpty();
  }

  private static DisclosureRequest asked(LocalDate day, Instant moment) {
    var risk =
        new Risk(
            Rag.RED, true, List.of(Invented.CHILD), List.of(), List.of("neglect"), Optional.of(moment), true);
    var segment =
        new Segment(
            new SegmentId("p1-rating"),
            Invented.CHILD,
            Standing.FACT,
            day,
            Handling.PLAIN,
            new Content.HarmRating(Rag.RED, Content.HarmRating.RatedBy.SOCIAL_WORKER));
    var message = Invented.referral(risk, segment);
    return new DisclosureRequests(Invented.agencies())
        .of(message, Invented.knowledge(message), family(day, moment), Invented.CGL, Phase.INTAKE, Invented.NOW);
  }

  private static Family family(LocalDate born, Instant moment) {
    var child =
        new Person(
            Invented.CHILD, PersonType.INDEX_CHILD, PlanType.NONE, Optional.of(born), List.of(), false, List.of());
    var consent =
        new Consent(
            Invented.CHILD,
            ConsentKind.SERVICE,
            ConsentState.GIVEN,
            Invented.CHILD,
            Authority.SELF,
            ConsentScope.EVERYTHING,
            moment,
            Optional.of(moment),
            false,
            Circumstances.ALONE,
            Coercion.NONE);
    return new Family(List.of(child), List.of(), List.of(), List.of(consent));
  }
}
