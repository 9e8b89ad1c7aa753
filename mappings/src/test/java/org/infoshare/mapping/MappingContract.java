package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Category;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for the mapping of every partner. The fixture folders are the test: {@code received}
 * means {@code canonical}, and what {@code decision} lets go to this partner is written as {@code
 * sent.<agency>}.
 *
 * @param <W> the partner's documents
 */
abstract class MappingContract<W> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String agency;
  private final PartnerMapping<W> mapping;
  private final WireForm<W> wire;

  MappingContract(String agency, PartnerMapping<W> mapping, WireForm<W> wire) {
    this.agency = agency;
    this.mapping = mapping;
    this.wire = wire;
  }

  @TestFactory
  Stream<DynamicTest> what_was_received_means_what_the_folder_says() {
    return forEach(
        received("canonical.json"),
        folder ->
            assertThat(tree(CanonicalJson.write(canonical(folder))))
                .isEqualTo(folder.json("canonical.json").orElseThrow()));
  }

  @TestFactory
  Stream<DynamicTest> the_same_document_always_means_the_same() {
    return forEach(
        received("canonical.json"),
        folder -> {
          W document = wire.read(folder.received());
          var first = mapping.toCanonical(document);
          assertThat(mapping.toCanonical(document)).isEqualTo(first);
          assertThat(canonical(folder)).isEqualTo(first);
        });
  }

  @TestFactory
  Stream<DynamicTest> what_the_ledger_keeps_is_read_back_as_it_was() {
    return forEach(
        received("canonical.json"),
        folder -> {
          var message = canonical(folder);
          assertThat(CanonicalJson.read(CanonicalJson.write(message), CanonicalJson.VERSION))
              .isEqualTo(message);
        });
  }

  @TestFactory
  Stream<DynamicTest> what_may_go_is_written_as_the_folder_says_and_nothing_else() {
    return forEach(
        FixtureFolder.all().stream()
            .filter(folder -> folder.file("sent." + agency + ".").isPresent()),
        folder -> {
          W expected = wire.read(folder.file("sent." + agency + ".").orElseThrow());
          var decision = decision(folder).orElseThrow();
          var rendering = mapping.fromCanonical(composed(folder, decision), labels(decision));
          assertThat(new String(wire.write(rendering.wire())))
              .isEqualTo(new String(wire.write(expected)));
          assertThat(rendering.notCarried()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> what_the_form_of_the_sender_cannot_mean_is_refused_without_repeating_it() {
    return forEach(
        received("refused.json")
            .filter(
                folder ->
                    folder
                        .json("refused.json")
                        .orElseThrow()
                        .path("stage")
                        .asText()
                        .equals("mapping")),
        folder -> {
          W document = wire.read(folder.received());
          var refusal =
              catchThrowableOfType(MalformedMessage.class, () -> mapping.toCanonical(document));
          var expected = folder.json("refused.json").orElseThrow();
          assertThat(refusal.code().name()).isEqualTo(expected.path("code").asText());
          assertThat(refusal.where()).isEqualTo(expected.path("where").asText());
          assertThat(refusal.getMessage()).doesNotContain(expected.path("never").asText());
        });
  }

  @Test
  void a_label_that_the_form_is_said_to_carry_stands_in_what_is_written() {
    int written = 0;
    for (CaseMessage message : oneOfEachKind()) {
      Set<Label> carried = carried(message);
      written += carried.size();
      for (Label label : Label.values()) {
        assertThat(written(message, label, true).equals(written(message, label, false)))
            .as("%s of a %s", label, message.kind())
            .isEqualTo(!carried.contains(label));
      }
    }
    assertThat(written).as("a partner that is told nothing proves nothing").isPositive();
  }

  /** None where the partner has no document for it. */
  private Set<Label> carried(CaseMessage message) {
    try {
      return mapping.carries(message);
    } catch (NoSuchDocument none) {
      return Set.of();
    }
  }

  private String written(CaseMessage message, Label label, boolean set) {
    var labels =
        new Labels(
            set && label == Label.NOT_INCLUDED,
            set && label == Label.NOT_TO_BE_TOLD ? List.of(OneOfEach.PARENT) : List.of());
    var told = set && label == Label.STANDING ? standing(message, Standing.ALLEGATION) : message;
    try {
      return new String(wire.write(mapping.fromCanonical(told, labels.only(carried(message))).wire()));
    } catch (NoSuchDocument none) {
      return "";
    }
  }

  private static CaseMessage standing(CaseMessage message, Standing standing) {
    var segments =
        message.segments().stream()
            .map(
                part ->
                    new Segment(
                        part.id(), part.about(), standing, part.asOf(), part.handling(), part.content()))
            .toList();
    return switch (message) {
      case Referral referral -> new Referral(referral.envelope(), segments);
      case ReferralAnswer answer -> new ReferralAnswer(answer.envelope(), segments);
      case ConsentRecord consent -> new ConsentRecord(consent.envelope(), segments);
      case Recall recall -> recall;
      case RecallConfirmation confirmation -> confirmation;
    };
  }

  private static List<CaseMessage> oneOfEachKind() {
    var envelope =
        new Envelope(
            new MessageId("gateway-message-id"),
            Optional.of(new MessageId("M-0")),
            new AgencyId("sender"),
            new Practitioner(
                OneOfEach.TEXT, "social_worker", new Function("sender"), Optional.empty(), Optional.empty()),
            List.of(),
            new CaseReference("CASE-1"),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            OneOfEach.AT);
    var about =
        List.of(
            new Segment(
                new SegmentId("s1"),
                OneOfEach.PARENT,
                Standing.FACT,
                OneOfEach.DAY,
                Handling.PLAIN,
                new Content.HarmRating(Rag.RED, Content.HarmRating.RatedBy.TREATMENT_SERVICE)));
    return List.of(
        new Referral(envelope, about),
        new ReferralAnswer(envelope, about),
        new ConsentRecord(envelope, about),
        new Recall(
            envelope,
            new MessageId("M-0"),
            List.of(new Recall.Part(OneOfEach.PARENT, Category.RISK_STATEMENT))),
        new RecallConfirmation(envelope, RecallConfirmation.Done.ERASED));
  }

  private CaseMessage canonical(FixtureFolder folder) {
    return mapping.toCanonical(wire.read(folder.received()));
  }

  private Stream<FixtureFolder> received(String file) {
    return FixtureFolder.all().stream()
        .filter(folder -> folder.agency().equals(agency) && folder.file(file).isPresent());
  }

  private static Stream<DynamicTest> forEach(
      Stream<FixtureFolder> folders, Consumer<FixtureFolder> check) {
    var found = folders.toList();
    assertThat(found).as("a contract without a folder proves nothing").isNotEmpty();
    return found.stream().map(folder -> dynamicTest(folder.name(), () -> check.accept(folder)));
  }

  /** What the folder says was decided for this partner. */
  private Optional<JsonNode> decision(FixtureFolder folder) {
    var recipients = folder.json("decision.json").orElseThrow().path("recipients");
    return StreamSupport.stream(recipients.spliterator(), false)
        .filter(one -> one.path("agency").asText().equals(agency))
        .findFirst();
  }

  /**
   * The message as the road composes it: its own id, this recipient, the released segments, and
   * nothing of the family.
   */
  private CaseMessage composed(FixtureFolder folder, JsonNode decision) {
    var whole =
        CanonicalJson.read(folder.file("canonical.json").orElseThrow(), CanonicalJson.VERSION);
    var envelope = whole.envelope();
    var answers = folder.json("decision.json").orElseThrow().path("in_reply_to");
    Set<SegmentId> goes = new HashSet<>();
    decision.path("goes").fieldNames().forEachRemaining(id -> goes.add(new SegmentId(id)));
    return whole.only(
        goes,
        new Envelope(
            new MessageId("gateway-message-id"),
            answers.isMissingNode()
                ? Optional.empty()
                : Optional.of(new MessageId(answers.asText())),
            envelope.from(),
            envelope.by(),
            List.of(
                new Recipient(
                    new AgencyId(agency), new Function(decision.path("function").asText()))),
            envelope.caseReference(),
            envelope.purpose(),
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            envelope.sentAt()));
  }

  private static Labels labels(JsonNode decision) {
    return new Labels(
        decision.path("some_not_included").asBoolean(),
        StreamSupport.stream(decision.path("not_to_be_told").spliterator(), false)
            .map(ref -> new PersonId(ref.asText()))
            .toList());
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
