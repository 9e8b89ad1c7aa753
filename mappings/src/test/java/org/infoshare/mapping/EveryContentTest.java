package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglForm;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Identifier;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.Personal;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.junit.jupiter.api.Test;

/** Where each kind of content goes in each form: {@code every-content/sent.<agency>.*}. */
class EveryContentTest {

  private static final Labels BOTH = new Labels(true, List.of(OneOfEach.PARENT));

  @Test
  void childrens_services_have_a_place_for_every_kind() {
    var form =
        XmlForm.of(
            Document.class,
            ChildrensServicesContract.JAXB_PACKAGE,
            ChildrensServicesContract.SCHEMA);
    var rendering = new ChildrensServicesMapping().fromCanonical(message(), BOTH);
    assertThat(text(form.write(rendering.wire())))
        .isEqualTo(expected("sent.childrens-services.xml"));
    assertThat(rendering.notCarried()).isEmpty();
  }

  @Test
  void the_drug_and_alcohol_service_has_one_for_every_kind_but_its_own_progress() {
    var rendering = new CglMapping().fromCanonical(message(), BOTH);
    CglDocument wire = rendering.wire();
    assertThat(text(new CglForm().write(wire)) + "\n").isEqualTo(expected("sent.cgl.json"));
    assertThat(rendering.notCarried())
        .containsExactly(
            message().segments().stream()
                .filter(segment -> segment.content() instanceof Content.ReferralProgress)
                .findFirst()
                .orElseThrow()
                .id());
  }

  @Test
  void an_identity_that_stands_in_the_document_is_carried_whatever_number_has_no_place_there() {
    var details =
        new Content.PersonDetails(
            Optional.of(new Personal("Testa")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Identifier("crn", new Personal("X123456"))),
            Optional.empty());
    var rendering = new ChildrensServicesMapping().fromCanonical(message(List.of(details)), BOTH);
    var form =
        XmlForm.of(
            Document.class,
            ChildrensServicesContract.JAXB_PACKAGE,
            ChildrensServicesContract.SCHEMA);
    assertThat(text(form.write(rendering.wire()))).contains("Testa").doesNotContain("X123456");
    assertThat(rendering.notCarried()).isEmpty();
  }

  private static Referral message() {
    return message(OneOfEach.CONTENT);
  }

  private static Referral message(List<Content> contents) {
    var segments =
        IntStream.range(0, contents.size())
            .mapToObj(
                i ->
                    new Segment(
                        new SegmentId("never-written-" + i),
                        OneOfEach.PARENT,
                        Standing.ALLEGATION,
                        OneOfEach.DAY,
                        Handling.PLAIN,
                        contents.get(i)))
            .toList();
    var sender =
        new Practitioner(
            new Personal("Socia Sample-Worker"),
            "social_worker",
            new Function("csc_social_work"),
            Optional.of("West"),
            Optional.of(new Personal("01632 960101")));
    return new Referral(
        new Envelope(
            new MessageId("gateway-message-id"),
            Optional.empty(),
            new AgencyId("childrens-services"),
            sender,
            List.of(new Recipient(new AgencyId("never-written"), new Function("never_written"))),
            new CaseReference("NEVER-WRITTEN"),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of("never-written"),
            Family.NOBODY,
            OneOfEach.AT),
        segments);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String expected(String file) {
    try (var in = EveryContentTest.class.getResourceAsStream("/every-content/" + file)) {
      return text(in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
