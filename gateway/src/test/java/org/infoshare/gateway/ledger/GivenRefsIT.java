package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.P2;
import static org.infoshare.gateway.ledger.Invented.RIVERSIDE;
import static org.infoshare.gateway.ledger.Invented.SOCIAL_WORK;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.infoshare.model.Function;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Recipient;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenRefsIT {

  private static final String MOTHER = "9990000018";

  @AutoClose private TestLedger world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new TestLedger(folder);
    world.revisions.firstRevision(
        JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
  }

  @Test
  void a_recipient_reads_a_ref_that_tells_nothing_and_is_the_same_in_every_message_of_the_case() {
    PersonId first = given(sent(ofTheMother("M-1", P1)));
    PersonId later = given(sent(ofTheMother("M-2", P2)), P2);

    assertThat(first.value()).matches("p-[0-9a-f]{12}");
    assertThat(later).isEqualTo(first);
  }

  @Test
  void another_recipient_another_case_and_another_person_have_another_ref() {
    PersonId first = given(sent(ofTheMother("M-1", P1)));
    PersonId elsewhere = given(sent(ofTheMother("M-2", P1).inCase("FAM-2")));
    PersonId other =
        given(sent(referral("M-3").person(P1, PersonType.PARENT, false, nhs("9990000026"))));
    var riverside = new Recipient(RIVERSIDE, new Function("idva"));
    world.accept(ofTheMother("M-4", P1).to(riverside));
    world.decide(
        undecided -> new Decisions(undecided.message(), riverside, world.now.get()).made());
    PersonId atRiverside = given(world.deliver(new SendOutcome.Delivered(false)));

    assertThat(first).isNotIn(elsewhere, other, atRiverside);
  }

  @Test
  void no_two_persons_of_a_case_have_one_ref() {
    UUID caseId = UUID.randomUUID();
    var proof = world.caseKeys.open(caseId, world.caseKeys.generate(caseId)).proof();
    var refs = new GivenRefs(proof, Invented.TREATMENT);

    assertThat(Stream.generate(UUID::randomUUID).limit(2_000).map(refs::of)).doesNotHaveDuplicates();
  }

  @Test
  void two_refs_of_one_person_stay_two() {
    Outgoing outgoing =
        sent(
            ofTheMother("M-1", P1)
                .person(P2, PersonType.VICTIM, false, nhs(MOTHER))
                .named(P2, "Ann", "Invented", "1990-01-01"));

    assertThat(given(outgoing, P1)).isNotEqualTo(given(outgoing, P2));
    MessageKey answer = world.accept(answer("A-1", outgoing).about(given(outgoing, P2)));
    assertThat(persons(answer)).isEqualTo(persons(outgoing.messageKey()));
  }

  @Test
  void an_answer_names_a_person_by_the_given_ref_and_goes_back_under_the_senders_own() {
    Outgoing outgoing = sent(ofTheMother("M-1", P1));
    MessageKey answer = world.accept(answer("A-1", outgoing).about(given(outgoing)));

    assertThat(persons(answer)).isEqualTo(persons(outgoing.messageKey()));
    assertThat(answered().refs().of(given(outgoing))).isEqualTo(P1);
  }

  @Test
  void the_same_answer_again_is_the_same_message() {
    Outgoing outgoing = sent(ofTheMother("M-1", P1));
    MessageKey answer = world.accept(answer("A-1", outgoing).about(given(outgoing)));

    assertThat(world.ledger.accept(answer("A-1", outgoing).about(given(outgoing)).intake()))
        .isEqualTo(new Acceptance.Again(answer, TestLedger.START));
  }

  @Test
  void whom_an_answer_numbers_itself_is_nobody_of_the_message_that_it_answers() {
    Outgoing outgoing = sent(ofTheMother("M-1", P1));
    world.accept(answer("A-1", outgoing).about(P1));

    assertThat(world.count("person")).isEqualTo(2);
    assertThat(given(answered()).value()).as("opaque to the asker, too").startsWith("p-");
  }

  @Test
  void an_answer_may_name_a_person_of_an_earlier_message_of_the_case() {
    Outgoing earlier = sent(ofTheMother("M-1", P1));
    Outgoing outgoing =
        sent(referral("M-2").person(P1, PersonType.PARENT, false, nhs("9990000026")));
    MessageKey answer = world.accept(answer("A-1", outgoing).about(given(earlier)));

    assertThat(
            world.text(
                "select person_id::text from message_person where ref = '"
                    + given(earlier)
                    + "' and message_id = '"
                    + answer
                    + "'"))
        .isEqualTo(persons(earlier.messageKey()));
    assertThat(world.count("person")).isEqualTo(2);
  }

  @Test
  void the_asker_may_write_again_of_a_person_whom_an_answer_brought() {
    Outgoing outgoing = sent(ofTheMother("M-1", P1));
    world.accept(answer("A-1", outgoing).about(P2));
    PersonId brought = given(answered(), P2);
    world.accept(referral("M-2").about(brought));

    assertThat(world.count("person")).isEqualTo(2);
  }

  private Outgoing sent(Invented message) {
    world.accept(message);
    world.decide(world::everything);
    return world.deliver(new SendOutcome.Delivered(false));
  }

  /** The answer, as it goes to who asked. */
  private Outgoing answered() {
    world.decide(
        undecided -> new Decisions(undecided.message(), SOCIAL_WORK, world.now.get()).made());
    return world.deliver(new SendOutcome.Delivered(false));
  }

  private String persons(MessageKey message) {
    return world.text(
        "select string_agg(distinct person_id::text, ' ') from message_person where message_id = '"
            + message
            + "'");
  }

  private static PersonId given(Outgoing outgoing) {
    return given(outgoing, P1);
  }

  private static PersonId given(Outgoing outgoing, PersonId person) {
    return outgoing.refs().of(person);
  }

  private static Invented ofTheMother(String id, PersonId ref) {
    return referral(id).about(ref).person(ref, PersonType.PARENT, false, nhs(MOTHER));
  }

  private static Invented answer(String id, Outgoing outgoing) {
    return referral(id).from(CGL).to(SOCIAL_WORK).answering(outgoing.id().value());
  }
}
