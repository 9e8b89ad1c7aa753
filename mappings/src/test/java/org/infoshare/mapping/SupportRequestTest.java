package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;
import org.infoshare.model.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a support request means where one word of it differs from the situations. */
class SupportRequestTest {

  private static final XmlForm<Document> XML =
      XmlForm.of(
          Document.class, ChildrensServicesContract.JAXB_PACKAGE, ChildrensServicesContract.SCHEMA);
  private static final PersonId CHILD = new PersonId("p1");
  private static final PersonId MOTHER = new PersonId("p2");

  private static final String UNSAFE_TO_TELL =
      """
      <informed about="p2">
        <state>unsafe</state>
        <whyUnsafe>He reads her telephone.</whyUnsafe>
        <objected>true</objected>
      </informed>
      """;
  private static final String TOLD =
      "<informed about=\"p2\"><state>told</state><on>2026-11-20</on></informed>";

  private final String calm = situation("willing-mother");
  private final String urgent = situation("immediate-risk-with-evidence");

  @ParameterizedTest
  @CsvSource({
    "<type>CP<, <type>XX<, family/person[1]/plan/type",
    "<role>parent<, <role>XX<, family/person[2]/role",
    "<sex>F<, <sex>XX<, family/person[1]/sex",
    "<categoryOfAbuse>NEG<, <categoryOfAbuse>XX<, family/person[1]/planDetail/categoryOfAbuse",
    "kind=\"pr_for\", kind=\"XX\", family/relation/@kind",
    "<rating>amber<, <rating>XX<, levelOfHarm/rating",
    "<harm>neglect<, <harm>XX<, levelOfHarm/harm",
    "<state>referred<, <state>XX<, coreService/state",
    "<answer>given<, <answer>XX<, agreement/answer",
    "<circumstances>alone<, <circumstances>XX<, agreement/circumstances",
    "<team>Central<, <team>XX<, socialWorker/team",
    "<role>social_worker<, <role>XX<, socialWorker/role"
  })
  void an_unknown_code_is_refused_with_the_field_and_the_codes_that_it_has(
      String good, String bad, String where) {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> meaning(changed(calm, good, bad)))
        .satisfies(
            refusal -> assertThat(refusal.code()).isEqualTo(MalformedMessage.Code.UNKNOWN_CODE))
        .satisfies(refusal -> assertThat(refusal.where()).isEqualTo(where))
        .withMessageContaining("use one of")
        .withMessageNotContaining("XX");
  }

  @ParameterizedTest
  @CsvSource({
    "<type>CP<, <type>XX<",
    "<role>parent<, <role>XX<",
    "<sex>F<, <sex>XX<",
    "kind=\"parent_of\", kind=\"XX\"",
    "<rating>red<, <rating>XX<",
    "<harm>intoxicated_carer<, <harm>XX<",
    "<state>engaging<, <state>XX<",
    "<answer>refused<, <answer>XX<",
    "<circumstances>phone<, <circumstances>XX<",
    "<team>Central<, <team>XX<",
    "<role>social_worker<, <role>XX<",
    "<nhsNumber>9990000042<, <nhsNumber>9990000043<"
  })
  void an_urgent_request_is_never_refused_for_it_and_nothing_of_it_is_lost(
      String good, String bad) {
    var request = meaning(changed(urgent, good, bad));
    assertThat(request.envelope().risk().immediate()).isTrue();
    assertKept(request, bad);
  }

  @ParameterizedTest
  @CsvSource({
    "<type>CP<, <type>XX<",
    "<role>parent<, <role>XX<",
    "kind=\"pr_for\", kind=\"XX\"",
    "<harm>neglect<, <harm>XX<",
    "<answer>given<, <answer>XX<",
    "<state>referred<, <state>XX<",
    "<nhsNumber>9990000018<, <nhsNumber>9990000019<"
  })
  void nor_is_one_that_is_red_by_anybodys_level_of_harm_and_claims_no_immediate_risk(
      String good, String bad) {
    var second = "<levelOfHarm about=\"p2\"><rating>red</rating></levelOfHarm>";
    var red = changed(calm, "<coreService", second + "<coreService");
    var request = meaning(changed(red, good, bad));
    assertThat(request.envelope().risk().immediate()).isFalse();
    assertThat(request.envelope().risk().urgent()).isTrue();
    assertKept(request, bad);
  }

  private static void assertKept(CaseMessage request, String bad) {
    assertThat(request.segments())
        .map(Segment::content)
        .filteredOn(Content.Unclassified.class::isInstance)
        .map(
            content -> new String(((Content.Unclassified) content).bytes(), StandardCharsets.UTF_8))
        .anyMatch(text -> text.contains(bad.replaceAll("(?s).*[>\"]([A-Z0-9]+)[<\"].*", "$1")));
  }

  @Test
  void an_unknown_level_of_harm_is_unknown_and_not_low() {
    assertThat(meaning(changed(urgent, ">red<", ">low<")).envelope().risk().rag())
        .isEqualTo(Rag.UNKNOWN);
  }

  @Test
  void a_person_of_unknown_role_lives_there_and_is_no_more_than_that() {
    var persons =
        meaning(changed(urgent, "<role>parent<", "<role>mum<")).envelope().family().persons();
    assertThat(persons)
        .filteredOn(person -> person.id().equals(MOTHER))
        .singleElement()
        .satisfies(person -> assertThat(person.type()).isEqualTo(PersonType.HOUSEHOLD));
  }

  @Test
  void a_recipient_that_is_named_twice_is_one() {
    var recipient = "<recipient><agency>cgl</agency><function>treatment</function></recipient>";
    assertThat(meaning(changed(calm, "<recipient>", recipient + "<recipient>")).envelope().to())
        .hasSize(1);
  }

  @Test
  void an_unknown_relation_in_an_urgent_request_counts_as_alleged_abuse_both_ways() {
    var relations =
        meaning(changed(urgent, "parent_of", "ex_partner_off")).envelope().family().relations();
    assertThat(relations)
        .contains(
            new Relation(MOTHER, RelationKind.ALLEGED_ABUSER_OF, CHILD),
            new Relation(CHILD, RelationKind.ALLEGED_ABUSER_OF, MOTHER));
  }

  @Test
  void how_an_agreement_was_obtained_cannot_be_read_so_it_does_not_count_but_a_refusal_does() {
    var unreadable = changed(urgent, "<circumstances>phone<", "<circumstances>somehow<");
    assertThat(meaning(unreadable).envelope().family().consents())
        .isNotEmpty()
        .allMatch(consent -> consent.state() == ConsentState.REFUSED);
    assertThat(meaning(changed(unreadable, ">refused<", ">given<")).envelope().family().consents())
        .isEmpty();
  }

  @Test
  void the_purpose_is_a_treatment_referral_unless_the_sender_says_another_that_it_may() {
    var recipient = "<recipient>";
    assertThat(meaning(calm).envelope().purpose()).isEqualTo(Purpose.TREATMENT_REFERRAL);
    var reviewed = calm.replaceFirst(recipient, "<purpose>FS_REVIEW</purpose>" + recipient);
    assertThat(meaning(reviewed).envelope().purpose()).isEqualTo(Purpose.FS_REVIEW);
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> meaning(changed(reviewed, "FS_REVIEW", "RESEARCH")))
        .satisfies(refusal -> assertThat(refusal.where()).isEqualTo("purpose"));
  }

  @Test
  void what_an_author_labelled_stands_as_labelled() {
    var labelled =
        changed(
            calm,
            "<briefHistory about=\"p1\">",
            "<briefHistory about=\"p1\" standing=\"allegation\" asOf=\"2026-07-01\" namesPlace=\"true\">");
    var history = segment(meaning(labelled), "p1-history");
    assertThat(history.standing()).isEqualTo(Standing.ALLEGATION);
    assertThat(history.handling().labelledAs()).contains(Standing.ALLEGATION);
    assertThat(history.handling().places()).isTrue();
    assertThat(history.asOf()).isEqualTo("2026-07-01");
  }

  @Test
  void whether_somebody_may_be_told_is_known_only_of_whom_it_is_said() {
    assertThat(meaning(calm).envelope().family().informing()).isEmpty();
    var request = meaning(changed(calm, "</agreement>", "</agreement>" + UNSAFE_TO_TELL));
    assertThat(request.envelope().family().informing())
        .containsExactly(new Informing(MOTHER, Informing.State.UNSAFE, Optional.empty(), true));
    assertThat(segment(request, "p2-not-safe-to-tell").content())
        .isEqualTo(
            new Content.RiskStatement(
                Content.RiskStatement.Topic.NOT_SAFE_TO_TELL, new Personal("He reads her telephone.")));
    assertThat(meaning(changed(calm, "</agreement>", "</agreement>" + TOLD)).envelope().family().informing())
        .containsExactly(
            new Informing(MOTHER, Informing.State.TOLD, Optional.of(LocalDate.of(2026, 11, 20)), false));
  }

  @Test
  void what_cannot_be_read_of_it_in_an_urgent_request_counts_as_unsafe() {
    var unread = changed(urgent, "</agreement>", "</agreement>" + TOLD.replace("told<", "XX<"));
    assertThat(meaning(unread).envelope().family().informing())
        .extracting(Informing::state)
        .containsExactly(Informing.State.UNSAFE);
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> meaning(changed(calm, "</agreement>", "</agreement>" + TOLD.replace("told<", "XX<"))));
  }

  @Test
  void under_which_request_it_was_asked_for_and_whether_it_may_do_more_harm_is_as_stated() {
    assertThat(meaning(calm).envelope().requestedUnder()).isEmpty();
    assertThat(meaning(calm).envelope().risk().moreDetrimental()).isFalse();
    var asked =
        changed(calm, "</writtenOn>", "</writtenOn><requestedUnder>s16H</requestedUnder>");
    assertThat(meaning(asked).envelope().requestedUnder()).contains(LegalRequest.S16H);
    var harmful = changed(calm, "<coreService", "<moreDetrimental>true</moreDetrimental><coreService");
    assertThat(meaning(harmful).envelope().risk().moreDetrimental()).isTrue();
  }

  @Test
  void a_day_that_a_sender_says_is_known_from_the_one_on_which_it_wrote() {
    assertThat(segment(meaning(calm), "p2-address").handling().dated()).isFalse();
    var said = segment(meaning(changed(calm, "<address>", "<address asOf=\"2026-11-23\">")), "p2-address");
    assertThat(said.handling().dated()).isTrue();
    assertThat(said.asOf()).isEqualTo(segment(meaning(calm), "p2-address").asOf());
  }

  @Test
  void a_narrative_about_two_children_is_a_segment_for_each() {
    var both =
        meaning(changed(calm, "<briefHistory about=\"p1\">", "<briefHistory about=\"p1 p2\">"));
    assertThat(segment(both, "p2-history").content())
        .isEqualTo(segment(both, "p1-history").content());
  }

  @Test
  void the_risk_of_the_message_is_that_of_the_child_who_is_rated_worst() {
    var second =
        "<levelOfHarm about=\"p2\"><rating>red</rating><assessedAt>2026-11-01T08:00:00Z</assessedAt></levelOfHarm>";
    var risk = meaning(changed(calm, "<coreService", second + "<coreService")).envelope().risk();
    assertThat(risk.rag()).isEqualTo(Rag.RED);
    assertThat(risk.assessedAt())
        .hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-11-01T08:00:00Z"));
    assertThat(risk.to()).containsExactly(CHILD, MOTHER);
  }

  @Test
  void an_honest_retry_an_hour_and_a_day_later_has_the_same_content() {
    var retried = changed(calm, "2026-11-23T09:30:00Z", "2026-11-24T10:30:00+01:00");
    assertThat(CanonicalJson.content(meaning(retried)))
        .isEqualTo(CanonicalJson.content(meaning(calm)));
  }

  @Test
  void a_narrative_may_be_as_long_as_the_contract_says() {
    var longest = "word ".repeat(4000).strip();
    var request =
        meaning(
            changed(
                calm,
                "Two referrals from the nursery about missed meals since the summer.",
                longest));
    assertThat(((Content.RiskStatement) segment(request, "p1-history").content()).text().value())
        .isEqualTo(longest);
  }

  @Test
  void what_childrens_services_only_receive_is_refused_from_them() {
    var answer =
        FixtureFolder.named("cgl/accepts-with-joint-visit").text("sent.childrens-services.");
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> meaning(answer))
        .satisfies(
            refusal -> assertThat(refusal.code()).isEqualTo(MalformedMessage.Code.NOT_VALID));
  }

  private static CaseMessage meaning(String xml) {
    return new ChildrensServicesMapping()
        .toCanonical(XML.read(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Segment segment(CaseMessage message, String id) {
    return message.segments().stream()
        .filter(one -> one.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String changed(String xml, String good, String bad) {
    assertThat(xml).contains(good);
    return xml.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
  }

  private static String situation(String name) {
    return FixtureFolder.named("childrens-services/" + name).text("received.");
  }
}
