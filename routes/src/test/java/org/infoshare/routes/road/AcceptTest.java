package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Function;
import org.infoshare.model.MessageId;
import org.infoshare.model.Personal;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

  private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TEXT = "a report in words".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOISE = {1, 2, 3, (byte) 0xff, 0, 0, 7, (byte) 0x80};

  private final FakeLedger ledger = new FakeLedger();
  private final Map<Recipient, List<String>> words = new HashMap<>();
  private final Accept accept = new Accept(ledger, Invented.agencies(), (sender, state) -> words);

  @Test
  void what_is_accepted_is_acknowledged_with_all_by_which_somebody_can_be_found() {
    var outcome =
        accept(Invented.referral(Invented.risk(false), Invented.address(Invented.MOTHER)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Acknowledged.class, told -> assertThat(told.again()).isFalse());
    assertThat(ledger.taken.getFirst().protectedValues())
        .extracting(value -> value.value().value())
        .contains(Invented.STREET, Invented.POSTCODE);
  }

  @Test
  void the_same_again_is_told_the_first_outcome() {
    ledger.acceptance = new Acceptance.Again(new MessageKey(new UUID(0, 5)), Invented.NOW);
    assertThat(accept(Invented.referral(Invented.risk(false))))
        .isEqualTo(
            new Outcome.Acknowledged(
                Invented.envelope(Invented.risk(false)).id(),
                new MessageKey(new UUID(0, 5)),
                Invented.NOW,
                true));
  }

  @Test
  void an_id_that_came_before_with_other_content_is_a_conflict() {
    ledger.acceptance = new Acceptance.Conflict(new MessageKey(new UUID(0, 5)));
    assertThat(accept(Invented.referral(Invented.risk(false))))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, told -> assertThat(told.code()).isEqualTo("ID_USED_BEFORE"));
  }

  @Test
  void an_answer_to_nothing_is_refused() {
    ledger.acceptance = new Acceptance.AnswersNothing();
    refused(Invented.referral(Invented.risk(false)), MalformedMessage.Code.UNKNOWN_MESSAGE);
  }

  @Test
  void an_agency_that_nobody_knows_is_refused_and_nothing_is_kept() {
    Envelope was = Invented.envelope(Invented.risk(false));
    var to = List.of(new Recipient(new AgencyId("nobody-knows"), new Function("treatment")));
    var envelope =
        new Envelope(
            was.id(),
            Optional.empty(),
            was.from(),
            was.by(),
            to,
            was.caseReference(),
            was.purpose(),
            was.risk(),
            was.areas(),
            was.family(),
            was.sentAt());
    refused(new Referral(envelope, List.of()), MalformedMessage.Code.UNKNOWN_RECIPIENT);
    assertThat(ledger.taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pdf, application/pdf, report.pdf",
    "text, text/plain, report.txt",
    "text, text/csv, report.csv",
    "noise, application/octet-stream, report.bin"
  })
  void an_attachment_that_is_what_it_says_is_accepted(String bytes, String mediaType, String name) {
    assertThat(accept(Invented.referral(Invented.risk(false), attachment(bytes, mediaType, name))))
        .isInstanceOf(Outcome.Acknowledged.class);
  }

  @ParameterizedTest
  @CsvSource({
    "pdf, text/plain, report.txt",
    "text, application/pdf, report.pdf",
    "noise, application/pdf, report.pdf",
    "noise, text/plain, report.txt",
    "pdf, application/octet-stream, report.pdf",
    "text, not a type, report.txt"
  })
  void an_attachment_that_is_not_what_it_says_is_refused_whatever_its_name(
      String bytes, String mediaType, String name) {
    refused(
        Invented.referral(Invented.risk(false), attachment(bytes, mediaType, name)),
        MalformedMessage.Code.ATTACHMENT_MISLABELLED);
    assertThat(ledger.taken).isEmpty();
  }

  @Test
  void at_immediate_risk_a_mislabelled_attachment_refuses_nothing() {
    assertThat(
            accept(
                Invented.referral(
                    Invented.risk(true), attachment("pdf", "text/plain", "report.txt"))))
        .isInstanceOf(Outcome.Acknowledged.class);
  }

  @Test
  void whoever_asks_what_became_of_a_message_reads_it_in_words_as_well() {
    var id = new MessageId("m-1");
    var cgl = new Recipient(new AgencyId("cgl"), new Function("treatment"));
    var decided =
        new MessageState.Step(MessageState.State.DECIDED, Invented.NOW, List.of());
    var state =
        new MessageState.RecipientState(cgl, List.of(decided), List.of(), List.of());
    ledger.states.add(new MessageState(id, Invented.NOW, List.of(state)));
    words.put(cgl, List.of("The plan went."));
    assertThat(accept.state(Invented.CHILDRENS_SERVICES, id))
        .isInstanceOfSatisfying(
            Outcome.Found.class,
            found ->
                assertThat(found.state().recipients())
                    .singleElement()
                    .satisfies(
                        told -> {
                          assertThat(told.steps()).containsExactly(decided);
                          assertThat(told.reading()).containsExactly("The plan went.");
                        }));
  }

  private Outcome accept(Referral message) {
    return accept.accept(
        new Received(Invented.CHILDRENS_SERVICES, "", new byte[0], Invented.NOW), message);
  }

  private void refused(Referral message, MalformedMessage.Code code) {
    assertThatThrownBy(() -> accept(message))
        .isInstanceOfSatisfying(
            MalformedMessage.class, told -> assertThat(told.code()).isEqualTo(code));
  }

  private static Segment attachment(String bytes, String mediaType, String name) {
    byte[] content =
        switch (bytes) {
          case "pdf" -> PDF;
          case "text" -> TEXT;
          default -> NOISE;
        };
    return Invented.segment(
        "p1-attachment-1",
        Invented.CHILD,
        new Content.Unclassified(Personal.of(name), mediaType, content));
  }
}
