package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.infoshare.mapping.OneOfEach.AT;
import static org.infoshare.mapping.OneOfEach.CHILD;
import static org.infoshare.mapping.OneOfEach.DAY;
import static org.infoshare.mapping.OneOfEach.PARENT;
import static org.infoshare.mapping.OneOfEach.TEXT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Category;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Identifier;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.MessageId;
import org.infoshare.model.Person;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Recipient;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void every_kind_of_content_is_read_back_as_it_was_written() {
    assertThat(OneOfEach.CONTENT.stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("one of each kind")
        .containsExactlyInAnyOrder(Content.class.getPermittedSubclasses());
    messages(AT).forEach(message -> assertThat(readAgain(message)).isEqualTo(message));
  }

  @Test
  void a_category_is_never_written_since_the_kind_of_content_has_it() {
    assertThat(written(messages(AT).findFirst().orElseThrow())).doesNotContain("\"category\"");
  }

  @Test
  void the_time_of_sending_is_no_part_of_the_content() {
    var first = messages(AT).findFirst().orElseThrow();
    var retried = messages(AT.plusSeconds(3600)).findFirst().orElseThrow();
    assertThat(CanonicalJson.content(retried)).isEqualTo(CanonicalJson.content(first));
    assertThat(CanonicalJson.write(retried)).isNotEqualTo(CanonicalJson.write(first));
  }

  @Test
  void anything_else_is_part_of_the_content() {
    var whole = messages(AT).findFirst().orElseThrow();
    var without =
        whole.only(
            whole.segments().stream().skip(1).map(Segment::id).collect(Collectors.toSet()),
            whole.envelope());
    assertThat(CanonicalJson.content(without)).isNotEqualTo(CanonicalJson.content(whole));
  }

  @Test
  void a_version_that_was_never_written_is_not_read() {
    var bytes = CanonicalJson.write(messages(AT).findFirst().orElseThrow());
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.read(bytes, 0));
  }

  @Test
  void a_message_never_prints_what_it_says() {
    messages(AT)
        .forEach(message -> assertThat(message.toString()).doesNotContain("nusual", "9990000018"));
  }

  private static CaseMessage readAgain(CaseMessage message) {
    return CanonicalJson.read(CanonicalJson.write(message), CanonicalJson.VERSION);
  }

  private static String written(CaseMessage message) {
    return new String(CanonicalJson.write(message), StandardCharsets.UTF_8);
  }

  private static Stream<CaseMessage> messages(Instant sentAt) {
    var segments = new ArrayList<Segment>();
    for (Content content : OneOfEach.CONTENT) {
      segments.add(
          new Segment(
              new SegmentId("s" + segments.size()),
              PARENT,
              Standing.ALLEGATION,
              DAY,
              new Handling(
                  true,
                  Optional.of(Standing.FACT),
                  List.of("court_order"),
                  Optional.of("drug_rehabilitation"),
                  true),
              content));
    }
    var envelope = envelope(sentAt);
    return Stream.of(
        new Referral(envelope, segments),
        new ReferralAnswer(envelope, segments),
        new ConsentRecord(envelope, segments),
        new Recall(
            envelope,
            new MessageId("OUT-1"),
            List.of(new Recall.Part(PARENT, Category.SUBSTANCE_ENGAGEMENT))),
        new RecallConfirmation(envelope, RecallConfirmation.Done.RESTRICTED));
  }

  private static Envelope envelope(Instant sentAt) {
    var scope =
        new ConsentScope(
            List.of(Purpose.FS_REVIEW),
            List.of(Category.IDENTITY),
            List.of(new AgencyId("cgl")),
            List.of(CHILD));
    var consent =
        new Consent(
            PARENT,
            ConsentKind.GDPR,
            ConsentState.NOT_ASKED_UNSAFE,
            CHILD,
            Authority.BEST_INTERESTS,
            scope,
            AT,
            Optional.of(AT),
            true,
            Circumstances.ALONE,
            Coercion.SUSPECTED);
    var person =
        new Person(
            CHILD,
            PersonType.INDEX_CHILD,
            PlanType.CP,
            Optional.of(DAY),
            List.of(new Identifier("mosaic-id", TEXT)),
            true,
            List.of(new Function("csc_duty")));
    return new Envelope(
        new MessageId("M-1"),
        Optional.of(new MessageId("M-0")),
        new AgencyId("childrens-services"),
        new Practitioner(
            TEXT,
            "social_worker",
            new Function("csc_social_work"),
            Optional.of("West"),
            Optional.of(TEXT)),
        List.of(new Recipient(new AgencyId("cgl"), new Function("treatment"))),
        new CaseReference("C-1"),
        Purpose.TREATMENT_REFERRAL,
        new Risk(
            Rag.RED,
            true,
            List.of(CHILD),
            List.of(PARENT),
            List.of("neglect"),
            Optional.of(AT),
            true),
        List.of("west"),
        new Family(
            List.of(person),
            List.of(new Relation(PARENT, RelationKind.LIVES_WITH, CHILD)),
            List.of(
                new LinkStatement(new AgencyId("cgl"), PARENT, Optional.of(LinkKind.TREATS)),
                new LinkStatement(new AgencyId("cgl"), CHILD, Optional.empty())),
            List.of(consent)),
        sentAt);
  }
}
