package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infoshare.mapping.cgl.CglForm;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Category;
import org.infoshare.model.Content;
import org.infoshare.model.Informing;
import org.infoshare.model.Labels;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.PersonId;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Referral;
import org.infoshare.model.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's documents mean where one word of them differs from the situations. */
class CglAnswerTest {

  private final CglForm form = new CglForm();
  private final CglMapping mapping = new CglMapping();
  private final String accepted =
      FixtureFolder.named("cgl/accepts-with-joint-visit").text("received.");
  private final String withdrawn = FixtureFolder.named("cgl/consent-withdrawn").text("received.");

  @ParameterizedTest
  @CsvSource({
    "\"accepted\", state",
    "\"amber\", triage/rating",
    "\"treats\", links/link",
    "\"key_worker\", practitioner/role"
  })
  void an_unknown_code_is_refused_with_the_field_and_the_codes_that_it_has(
      String good, String where) {
    assertRefused(accepted.replace(good, "\"XX\""), where);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"accepted\"", "\"amber\"", "\"treats\"", "\"key_worker\""})
  void a_red_answer_is_never_refused_for_it_and_nothing_of_it_is_lost(String good) {
    var red = "{\"about\": \"p3\", \"rating\": \"red\", \"ratedAt\": \"2026-11-20T08:00:00Z\"}, ";
    var answer =
        meaning(
            accepted.replace("\"triage\": [", "\"triage\": [" + red).replace(good, "\"XX\""));
    assertThat(answer.envelope().risk().rag()).isEqualTo(Rag.RED);
    assertThat(answer.segments())
        .map(Segment::content)
        .filteredOn(Content.Unclassified.class::isInstance)
        .map(
            content -> new String(((Content.Unclassified) content).bytes(), StandardCharsets.UTF_8))
        .anyMatch(text -> text.contains("XX"));
  }

  @Test
  void whether_it_is_safe_to_tell_somebody_counts_as_unsafe_if_a_red_answer_does_not_say_it_well() {
    var red =
        accepted
            .replace("\"amber\"", "\"red\"")
            .replaceFirst("\\{", "{\"informed\": [{\"about\": \"p2\", \"state\": \"XX\"}],");
    assertThat(meaning(red).envelope().family().informing())
        .extracting(Informing::state)
        .containsExactly(Informing.State.UNSAFE);
  }

  @ParameterizedTest
  @CsvSource({"\"withdrawn\", state", "\"alone\", circumstances", "\"confidentiality\", kinds"})
  void so_is_one_in_a_consent(String good, String where) {
    assertRefused(withdrawn.replace(good, "\"XX\""), where);
  }

  @Test
  void an_answer_names_the_purpose_of_the_referral_and_nobody_of_the_family_again() {
    var envelope = meaning(accepted).envelope();
    assertThat(envelope.purpose()).isEqualTo(Purpose.TREATMENT_REFERRAL);
    assertThat(envelope.family().persons()).isEmpty();
    assertThat(envelope.family().links()).hasSize(2);
    assertThat(meaning(withdrawn).envelope().to()).isEmpty();
  }

  @Test
  void an_answer_may_say_that_it_is_not_safe_to_tell_somebody_and_under_what_it_was_asked_for() {
    assertThat(meaning(accepted).envelope().family().informing()).isEmpty();
    assertThat(meaning(accepted).envelope().requestedUnder()).isEmpty();
    var said =
        accepted.replaceFirst(
            "\\{",
            """
            {"requestedUnder": "s47", "moreDetrimental": true, "informed": [
              {"about": "p2", "state": "unsafe", "whyUnsafe": "He reads her telephone."}],
            """);
    var answer = meaning(said);
    assertThat(answer.envelope().family().informing())
        .containsExactly(
            new Informing(new PersonId("p2"), Informing.State.UNSAFE, Optional.empty(), false));
    assertThat(answer.envelope().requestedUnder()).contains(LegalRequest.S47);
    assertThat(answer.envelope().risk().moreDetrimental()).isTrue();
    assertThat(answer.segments())
        .filteredOn(segment -> segment.id().value().equals("p2-not-safe-to-tell"))
        .singleElement()
        .satisfies(segment -> assertThat(segment.category()).isEqualTo(Category.RISK_STATEMENT));
    assertRefused(said.replace("\"unsafe\"", "\"XX\""), "informed/state");
    assertRefused(said.replace("\"s47\"", "\"XX\""), "requestedUnder");
  }

  @Test
  void the_place_of_a_joint_visit_is_carried_nowhere() {
    assertThat(accepted).contains("Meeting Row");
    assertThat(new String(CanonicalJson.write(meaning(accepted)), StandardCharsets.UTF_8))
        .doesNotContain("Meeting Row");
  }

  @Test
  void the_risk_of_the_message_is_that_of_the_child_whom_the_service_rates_worst() {
    var second =
        "{\"about\": \"p3\", \"rating\": \"red\", \"ratedAt\": \"2026-11-20T08:00:00Z\"}, ";
    var two = accepted.replace("\"triage\": [", "\"triage\": [" + second);
    var risk = meaning(two).envelope().risk();
    assertThat(risk.rag()).isEqualTo(Rag.RED);
    assertThat(risk.assessedAt()).contains(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(risk.to()).containsExactly(new PersonId("p3"), new PersonId("p1"));
    assertThat(risk.immediate()).isFalse();
  }

  @Test
  void without_a_rating_of_its_own_the_risk_is_unknown() {
    var unrated = FixtureFolder.named("cgl/waiting").text("received.");
    assertThat(meaning(unrated).envelope().risk().rag()).isEqualTo(Rag.UNKNOWN);
  }

  @Test
  void control_characters_that_no_other_form_could_carry_are_not_valid() {
    assertThatThrownBy(
            () -> meaning(accepted.replace("Drinking happens", "Drinking\\u0000happens")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("riskSeen");
  }

  @Test
  void the_service_receives_referrals_and_no_other_document() {
    for (String other : new String[] {accepted, withdrawn}) {
      assertThatExceptionOfType(NoSuchDocument.class)
          .isThrownBy(() -> mapping.fromCanonical(meaning(other), Labels.NONE));
    }
  }

  @Test
  void what_the_form_has_no_place_for_is_named() {
    var referral = willingMother();
    var progress =
        meaning(accepted).segments().stream()
            .filter(segment -> segment.content() instanceof Content.ReferralProgress)
            .findFirst()
            .orElseThrow();
    var segments = new ArrayList<Segment>(referral.segments());
    segments.add(progress);
    var rendering = mapping.fromCanonical(new Referral(referral.envelope(), segments), Labels.NONE);
    assertThat(rendering.notCarried()).containsExactly(progress.id());
  }

  @Test
  void a_person_of_whom_nothing_goes_does_not_stand_in_the_document() {
    var whole = willingMother();
    var ofTheChild =
        whole.only(
            whole.segments().stream()
                .filter(segment -> segment.about().equals(new PersonId("p1")))
                .map(Segment::id)
                .collect(Collectors.toSet()),
            whole.envelope());
    var written =
        new String(
            form.write(mapping.fromCanonical(ofTheChild, Labels.NONE).wire()),
            StandardCharsets.UTF_8);
    assertThat(written)
        .doesNotContain("\"Mumma\"", "07700", "1 Invented Row", "CASE-ALDER", "\"relations\"");
  }

  private void assertRefused(String json, String where) {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> meaning(json))
        .satisfies(
            refusal -> assertThat(refusal.code()).isEqualTo(MalformedMessage.Code.UNKNOWN_CODE))
        .satisfies(refusal -> assertThat(refusal.where()).isEqualTo(where))
        .withMessageContaining("use one of")
        .withMessageNotContaining("XX");
  }

  private static CaseMessage willingMother() {
    var folder = FixtureFolder.named("childrens-services/willing-mother");
    return CanonicalJson.read(folder.file("canonical.").orElseThrow(), CanonicalJson.VERSION);
  }

  private CaseMessage meaning(String json) {
    return mapping.toCanonical(form.read(json.getBytes(StandardCharsets.UTF_8)));
  }
}
