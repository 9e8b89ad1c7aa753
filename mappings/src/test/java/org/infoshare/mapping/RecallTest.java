package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglForm;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.mapping.cgl.CglPractitioner;
import org.infoshare.mapping.cgl.CglRecallConfirmation;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Category;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Risk;
import org.junit.jupiter.api.Test;

/** A recall in each partner's form, and the confirmation of it. */
class RecallTest {

  private static final WireForm<Document> XML =
      XmlForm.of(
          Document.class,
          ChildrensServicesContract.JAXB_PACKAGE,
          ChildrensServicesContract.SCHEMA);

  @Test
  void the_drug_and_alcohol_service_is_told_which_parts_of_what_it_received() {
    var written = new CglMapping().fromCanonical(recall("childrens-services"), Labels.NONE);
    assertThat(text(new CglForm().write(written.wire())))
        .contains("\"recalledMessage\" : \"OUT-1\"")
        .contains("\"about\" : \"p2\"", "\"category\" : \"substance_engagement\"")
        .doesNotContain("CASE-1");
    assertThat(written.notCarried()).isEmpty();
  }

  @Test
  void childrens_services_are_told_the_same() {
    var written = new ChildrensServicesMapping().fromCanonical(recall("cgl"), Labels.NONE);
    assertThat(text(XML.write(written.wire())))
        .contains("<recalledMessage>OUT-1</recalledMessage>")
        .contains("<part about=\"p2\" category=\"substance_engagement\"/>")
        .doesNotContain("CASE-1");
  }

  @Test
  void a_confirmation_of_the_service_names_the_recall_and_what_was_done() {
    var confirmation = (RecallConfirmation) new CglMapping().toCanonical(confirmed("restricted"));
    assertThat(confirmation.done()).isEqualTo(RecallConfirmation.Done.RESTRICTED);
    assertThat(confirmation.envelope().inReplyTo()).contains(new MessageId("RECALL-1"));
    assertThat(confirmation.envelope().to()).isEmpty();
    assertThat(confirmation.kind()).isEqualTo("status_update");
  }

  @Test
  void a_confirmation_of_childrens_services_does_too() {
    String document =
        """
        <recallConfirmation xmlns="urn:infoshare:childrens-services:v1">
          <messageId>CS-9</messageId>
          <sentAt>2026-11-23T10:30:00Z</sentAt>
          <recall>RECALL-1</recall>
          <caseReference>CASE-1</caseReference>
          <writtenOn>2026-11-23</writtenOn>
          <socialWorker>
            <name>Socia Sample-Worker</name>
            <role>social_worker</role>
            <callBack>01632 960101</callBack>
          </socialWorker>
          <done>erased</done>
        </recallConfirmation>
        """;
    var confirmation =
        (RecallConfirmation)
            new ChildrensServicesMapping()
                .toCanonical(XML.read(document.getBytes(StandardCharsets.UTF_8)));
    assertThat(confirmation.done()).isEqualTo(RecallConfirmation.Done.ERASED);
    assertThat(confirmation.envelope().inReplyTo()).contains(new MessageId("RECALL-1"));
  }

  @Test
  void what_was_done_is_a_code_of_the_contract() {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> new CglMapping().toCanonical(confirmed("filed")))
        .satisfies(
            refused -> assertThat(refused.code()).isEqualTo(MalformedMessage.Code.UNKNOWN_CODE))
        .withMessageContaining("erased, restricted, not_held")
        .withMessageNotContaining("filed");
  }

  @Test
  void nobody_receives_confirmations_and_nobody_sends_recalls() {
    var confirmation = new CglMapping().toCanonical(confirmed("erased"));
    assertThatExceptionOfType(NoSuchDocument.class)
        .isThrownBy(() -> new CglMapping().fromCanonical(confirmation, Labels.NONE));
    assertThatExceptionOfType(NoSuchDocument.class)
        .isThrownBy(() -> new ChildrensServicesMapping().fromCanonical(confirmation, Labels.NONE));
    CglDocument recall =
        new CglMapping().fromCanonical(recall("childrens-services"), Labels.NONE).wire();
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> new CglMapping().toCanonical(recall));
  }

  private static CglDocument confirmed(String done) {
    return new CglRecallConfirmation(
        "CGL-9",
        Instant.parse("2026-11-23T10:30:00Z"),
        "RECALL-1",
        "CGL-CASE-1",
        new CglPractitioner(
            "Keya Sample-Keyworker", "key_worker", Optional.empty()),
        done);
  }

  private static Recall recall(String from) {
    return new Recall(
        new Envelope(
            new MessageId("RECALL-1"),
            Optional.empty(),
            new AgencyId(from),
            new Practitioner(
                new Personal("Sample Worker"),
                "social_worker",
                new Function("csc_social_work"),
                Optional.empty(),
                Optional.empty()),
            List.of(),
            new CaseReference("CASE-1"),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            Instant.parse("2026-11-23T10:00:00Z")),
        new MessageId("OUT-1"),
        List.of(new Recall.Part(new PersonId("p2"), Category.SUBSTANCE_ENGAGEMENT)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
