package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.List;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.fhir.FhirConsentMapping;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.Category;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Identifier;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirConsentTest {

  private static final String NHS_NUMBER = "9990000018";
  private static final String ANOTHER = "9990000026";
  private static final Instant AT = Instant.parse("2026-11-23T09:40:00Z");

  private final FhirConsentMapping mapping = new FhirConsentMapping(new AgencyId("cgl"));

  @Test
  void a_yes_is_a_consent_of_the_patient_to_everything_that_it_does_not_limit() {
    Consent consent = only(resource("active", "OPTIN", ""));
    assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
    assertThat(consent.kind()).isEqualTo(ConsentKind.CONFIDENTIALITY);
    assertThat(consent.authority()).isEqualTo(Authority.SELF);
    assertThat(consent.giver()).isEqualTo(consent.subject());
    assertThat(consent.scope()).isEqualTo(ConsentScope.EVERYTHING);
    assertThat(consent.at()).isEqualTo(AT);
    assertThat(consent.expires()).isEmpty();
    assertThat(consent.circumstances()).isEqualTo(Circumstances.ALONE);
  }

  @Test
  void the_patient_is_known_by_the_nhs_number_and_the_consent_goes_to_nobody() {
    ConsentRecord record = read(resource("active", "OPTIN", ""));
    assertThat(record.envelope().to()).isEmpty();
    assertThat(record.envelope().from()).isEqualTo(new AgencyId("cgl"));
    assertThat(record.envelope().family().persons())
        .singleElement()
        .satisfies(
            person ->
                assertThat(person.identifiers())
                    .containsExactly(new Identifier("nhs-number", new Personal(NHS_NUMBER))));
    assertThat(record.envelope().caseReference().value()).doesNotContain(NHS_NUMBER);
  }

  @Test
  void the_same_word_again_has_the_same_id_and_a_later_one_another() {
    MessageId first = read(resource("active", "OPTIN", "")).envelope().id();
    assertThat(read(resource("active", "OPTIN", "")).envelope().id()).isEqualTo(first);
    assertThat(
            read(resource("inactive", "OPTIN", "").replace("09:40:00Z", "10:40:00Z"))
                .envelope()
                .id())
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "active, OPTOUT, REFUSED",
    "rejected, OPTIN, REFUSED",
    "inactive, OPTIN, WITHDRAWN",
    "entered-in-error, OPTIN, WITHDRAWN"
  })
  void whatever_is_not_a_yes_in_force_is_a_no(String status, String rule, ConsentState state) {
    assertThat(only(resource(status, rule, "")).state()).isEqualTo(state);
  }

  @Test
  void the_root_of_the_provision_limits_a_yes() {
    Consent consent =
        only(
            resource(
                "active",
                "OPTINR",
                """
                "provision": {"type": "permit", "period": {"end": "2026-12-31"},
                  "actor": [%s],
                  "purpose": [{"system": "urn:infoshare:fhir:purpose", "code": "FS_REVIEW"}],
                  "code": [{"coding": [{"system": "urn:infoshare:fhir:category", "code": "substance_engagement"}]}]},
                """
                    .formatted(recipient("childrens-services"))));
    assertThat(consent.scope())
        .isEqualTo(
            new ConsentScope(
                List.of(Purpose.FS_REVIEW),
                List.of(Category.SUBSTANCE_ENGAGEMENT),
                List.of(new AgencyId("childrens-services")),
                List.of()));
    assertThat(consent.expires()).contains(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void a_nested_deny_is_a_no_beside_the_yes() {
    List<Consent> consents =
        read(
                resource(
                    "active",
                    "OPTIN",
                    """
                    "provision": {"provision": [{"type": "deny", "securityLabel": [
                      {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "ETH"}]}]},
                    """))
            .envelope()
            .family()
            .consents();
    assertThat(consents)
        .extracting(Consent::state)
        .containsExactly(ConsentState.GIVEN, ConsentState.REFUSED);
    assertThat(consents.getLast().scope().categories())
        .containsExactlyInAnyOrder(
            Category.SUBSTANCE_ENGAGEMENT,
            Category.SUBSTANCE_CLINICAL,
            Category.SUBSTANCE_CONTENT);
  }

  @Test
  void a_yes_that_starts_later_counts_from_then_on_and_so_do_its_exceptions() {
    Instant start = Instant.parse("2026-12-01T00:00:00Z");
    List<Consent> consents =
        read(
                resource(
                    "active",
                    "OPTIN",
                    """
                    "provision": {"period": {"start": "2026-12-01T00:00:00Z"}, "provision": [{"type": "deny",
                      "code": [{"coding": [{"system": "urn:infoshare:fhir:category", "code": "mental_health"}]}]}]},
                    """))
            .envelope()
            .family()
            .consents();
    assertThat(consents)
        .as("the exception holds at once, and is not older than what it is an exception to")
        .extracting(Consent::state, Consent::at)
        .containsExactly(
            tuple(ConsentState.GIVEN, start),
            tuple(ConsentState.REFUSED, AT),
            tuple(ConsentState.REFUSED, start));
    assertThat(consents.subList(1, 3))
        .extracting(consent -> consent.scope().categories())
        .containsOnly(List.of(Category.MENTAL_HEALTH));
  }

  @Test
  void a_yes_that_started_before_it_was_said_counts_from_when_it_was_said() {
    Consent consent =
        only(
            resource(
                "active", "OPTIN", "\"provision\": {\"period\": {\"start\": \"2026-11-01\"}},"));
    assertThat(consent.at()).isEqualTo(AT);
  }

  @Test
  void a_no_does_not_wait() {
    Consent consent =
        only(
            resource(
                "active", "OPTOUT", "\"provision\": {\"period\": {\"start\": \"2026-12-01\"}},"));
    assertThat(consent.at()).isEqualTo(AT);
  }

  @Test
  void who_answers_for_another_has_the_authority_that_is_stated_and_else_none() {
    String performer =
        "\"performer\": [{\"identifier\": {\"system\": \"https://fhir.nhs.uk/Id/nhs-number\", \"value\": \"%s\"}}],"
            .formatted(ANOTHER);
    Consent stated =
        only(
            resource("active", "OPTIN", performer)
                .replace(
                    "\"extension\": [",
                    "\"extension\": [{\"url\": \"urn:infoshare:fhir:authority\", \"valueCode\": \"pr\"}, "));
    assertThat(stated.giver()).isEqualTo(new PersonId("p2"));
    assertThat(stated.authority()).isEqualTo(Authority.PR);
    assertThat(only(resource("active", "OPTIN", performer)).authority()).isEqualTo(Authority.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMPLIED", "IMPLIEDD", "NOCONSENT", "OPTOUTE", "EMRGONLY"})
  void what_is_no_word_of_a_person_is_refused(String rule) {
    refused(resource("active", rule, ""), Code.UNKNOWN_CODE, "OPTIN, OPTINR, OPTOUT");
  }

  @Test
  void the_name_of_a_regime_is_no_answer() {
    refused(
        resource("active", "opt-out", "")
            .replaceFirst(
                "\"policyRule\": \\{\"coding\": \\[\\{\"system\": \"[^\"]+\"",
                "\"policyRule\": {\"coding\": [{\"system\": \"http://hl7.org/fhir/ConsentPolicy/opt-out\""),
        Code.UNKNOWN_CODE,
        "Consent.policyRule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"provision\": {\"type\": \"deny\"}, | contradicts",
        "\"provision\": {\"provision\": [{\"type\": \"permit\"}]}, | an exception to a yes is a deny",
        "\"provision\": {\"provision\": [{\"type\": \"deny\", \"provision\": [{\"type\": \"permit\"}]}]}, | exceptions to exceptions",
        "\"provision\": {\"dataPeriod\": {\"start\": \"2026-01-01\"}}, | dataPeriod",
        "\"provision\": {\"action\": [{\"text\": \"collect\"}]}, | action",
        "\"modifierExtension\": [{\"url\": \"urn:x\", \"valueCode\": \"y\"}], | modifierExtension",
        "\"verification\": [{\"verified\": false}], | verified"
      })
  void what_could_only_be_guessed_is_refused(String part, String words) {
    refused(resource("active", "OPTIN", part), Code.NOT_VALID, words);
  }

  @Test
  void exceptions_to_a_no_are_refused() {
    refused(
        resource("active", "OPTOUT", "\"provision\": {\"provision\": [{\"type\": \"permit\"}]},"),
        Code.NOT_VALID,
        "send what is allowed as a Consent with OPTINR");
  }

  @Test
  void a_label_never_widens_a_yes() {
    refused(
        resource(
            "active",
            "OPTIN",
            "\"provision\": {\"securityLabel\": [{\"system\":"
                + " \"http://terminology.hl7.org/CodeSystem/v3-ActCode\", \"code\": \"ETH\"}]},"),
        Code.UNKNOWN_CODE,
        "read in a deny only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "proposed"})
  void what_is_not_decided_is_refused(String status) {
    refused(resource(status, "OPTIN", ""), Code.UNKNOWN_CODE, "when it is decided");
  }

  @Test
  void a_mistyped_nhs_number_is_refused_and_not_repeated() {
    refused(
        resource("active", "OPTIN", "").replace(NHS_NUMBER, "9990000019"),
        Code.NOT_VALID,
        "Consent.patient.identifier");
  }

  @Test
  void a_day_alone_does_not_say_which_answer_was_the_newer() {
    refused(
        resource("active", "OPTIN", "").replace("2026-11-23T09:40:00Z", "2026-11-23"),
        Code.NOT_VALID,
        "Consent.dateTime");
  }

  @Test
  void a_year_that_nobody_can_have_answered_in_is_refused() {
    refused(
        resource("active", "OPTIN", "").replace("2026-11-23T09:40:00Z", "0001-01-01T00:00:00Z"),
        Code.NOT_VALID,
        "Consent.dateTime");
    refused(
        resource("active", "OPTIN", "\"provision\": {\"period\": {\"end\": \"0001-01-01T00:00:00Z\"}},"),
        Code.NOT_VALID,
        "period");
  }

  @Test
  void nobody_receives_consents_in_fhir() {
    ConsentRecord record = read(resource("active", "OPTIN", ""));
    assertThatExceptionOfType(NoSuchDocument.class)
        .isThrownBy(() -> mapping.fromCanonical(record, Labels.NONE));
  }

  private void refused(String resource, Code code, String words) {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> read(resource))
        .withMessageContaining(words)
        .withMessageNotContaining("99900000")
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private Consent only(String resource) {
    List<Consent> consents = read(resource).envelope().family().consents();
    assertThat(consents).hasSize(1);
    return consents.getFirst();
  }

  private ConsentRecord read(String resource) {
    var parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new StrictErrorHandler());
    return (ConsentRecord)
        mapping.toCanonical(parser.parseResource(org.hl7.fhir.r4.model.Consent.class, resource));
  }

  private static String recipient(String agency) {
    return """
    {"role": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "IRCP"}]},
     "reference": {"identifier": {"system": "urn:infoshare:fhir:agency", "value": "%s"}}}"""
        .formatted(agency);
  }

  private static String resource(String status, String rule, String part) {
    return """
    {"resourceType": "Consent", %s
     "identifier": [{"system": "https://drug-and-alcohol.example/consent", "value": "C-1"}],
     "status": "%s",
     "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
     "patient": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}},
     "dateTime": "2026-11-23T09:40:00Z",
     "policyRule": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "%s"}]},
     "extension": [{"url": "urn:infoshare:fhir:circumstances", "valueCode": "alone"}]}
    """
        .formatted(part, status, NHS_NUMBER, rule);
  }
}
