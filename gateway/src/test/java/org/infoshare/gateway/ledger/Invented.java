package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Identifier;
import org.infoshare.model.Informing;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.MessageId;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.PlanType;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Relation;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.infoshare.routes.road.Intake;
import org.infoshare.routes.road.ProtectedValue;
import org.infoshare.routes.road.Received;

/** Messages about invented people, put together piece by piece. */
final class Invented {

  static final AgencyId CHILDRENS_SERVICES = new AgencyId("childrens-services");
  static final AgencyId CGL = new AgencyId("cgl");
  static final AgencyId RIVERSIDE = new AgencyId("riverside-da");
  static final Recipient TREATMENT = new Recipient(CGL, new Function("treatment"));
  static final Recipient SOCIAL_WORK =
      new Recipient(CHILDRENS_SERVICES, new Function("csc_social_work"));
  static final PersonId P1 = new PersonId("p1");
  static final PersonId P2 = new PersonId("p2");

  private AgencyId from = CHILDRENS_SERVICES;
  private String id = "M-1";
  private String caseReference = "FAM-1";
  private Optional<MessageId> inReplyTo = Optional.empty();
  private List<Recipient> to = List.of(TREATMENT);
  private boolean immediate;
  private Rag rag = Rag.AMBER;
  private Instant at = TestLedger.START;
  private String history = "Invented history.";
  private PersonId about = P1;
  private List<String> areas = List.of("central");
  private final List<Person> persons = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<LinkStatement> links = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private final List<Informing> informing = new ArrayList<>();
  private final List<Segment> identities = new ArrayList<>();
  private final List<ProtectedValue> values = new ArrayList<>();

  static Invented referral(String id) {
    var message = new Invented();
    message.id = id;
    return message;
  }

  Invented from(AgencyId agency) {
    from = agency;
    return this;
  }

  Invented inCase(String reference) {
    caseReference = reference;
    return this;
  }

  Invented answering(String outgoingId) {
    inReplyTo = Optional.of(new MessageId(outgoingId));
    return this;
  }

  Invented to(Recipient... recipients) {
    to = List.of(recipients);
    return this;
  }

  Invented immediate() {
    immediate = true;
    return this;
  }

  Invented red() {
    rag = Rag.RED;
    return this;
  }

  Invented at(Instant instant) {
    at = instant;
    return this;
  }

  /** Where the children live, as it states. */
  Invented in(String... places) {
    areas = List.of(places);
    return this;
  }

  /** Whom its parts are about. */
  Invented about(PersonId person) {
    about = person;
    return this;
  }

  Invented history(String text) {
    history = text;
    return this;
  }

  Invented person(
      PersonId person, PersonType type, boolean locationProtected, Identifier... identifiers) {
    persons.add(
        new Person(
            person,
            type,
            PlanType.CIN,
            Optional.empty(),
            List.of(identifiers),
            locationProtected,
            List.of()));
    return this;
  }

  Invented named(PersonId person, String given, String family, String born) {
    var details =
        new Content.PersonDetails(
            Personal.of(given),
            Personal.of(family),
            Optional.of(LocalDate.parse(born)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    identities.add(segment("name-" + person, person, details));
    return this;
  }

  Invented relation(Relation relation) {
    relations.add(relation);
    return this;
  }

  Invented link(LinkStatement link) {
    links.add(link);
    return this;
  }

  Invented consent(Consent consent) {
    consents.add(consent);
    return this;
  }

  Invented informing(PersonId person, Informing.State state) {
    informing.add(new Informing(person, state, Optional.empty(), false));
    return this;
  }

  Invented protecting(PersonId person, ProtectedValue.Kind kind, String value) {
    values.add(new ProtectedValue(person, kind, new Personal(value)));
    return this;
  }

  /** They live there, as of that day. */
  Invented living(PersonId person, String line, String asOf) {
    return living(person, line, asOf, true);
  }

  /** They live there; nothing is said of since when, and this was written on that day. */
  Invented livingUndated(PersonId person, String line, String writtenOn) {
    return living(person, line, writtenOn, false);
  }

  private Invented living(PersonId person, String line, String asOf, boolean dated) {
    var told =
        new ProtectedValue.Told(
            ProtectedValue.Use.HOME, person + "-address", LocalDate.parse(asOf), dated, at);
    values.add(
        new ProtectedValue(
            person, ProtectedValue.Kind.ADDRESS_LINE, new Personal(line), Optional.of(told)));
    return this;
  }

  /** Somebody agreed for themselves, alone and to everything. */
  static Consent given(PersonId person, String at) {
    return consent(person, ConsentState.GIVEN, at);
  }

  static Consent consent(PersonId person, ConsentState state, String at) {
    return new Consent(
        person,
        ConsentKind.CONFIDENTIALITY,
        state,
        person,
        Authority.SELF,
        ConsentScope.EVERYTHING,
        Instant.parse(at),
        Optional.empty(),
        false,
        Circumstances.ALONE,
        Coercion.NONE);
  }

  static Identifier mosaic(String value) {
    return new Identifier("mosaic-id", new Personal(value));
  }

  static Identifier nhs(String value) {
    return new Identifier("nhs-number", new Personal(value));
  }

  CaseMessage message() {
    var envelope =
        new Envelope(
            new MessageId(id),
            inReplyTo,
            from,
            new Practitioner(
                new Personal("Ina Vented"),
                "social_worker",
                new Function("csc_social_work"),
                Optional.empty(),
                Optional.empty()),
            to,
            new CaseReference(caseReference),
            Purpose.TREATMENT_REFERRAL,
            new Risk(rag, immediate, List.of(), List.of(), List.of(), Optional.empty(), immediate),
            areas,
            new Family(persons, relations, links, consents, informing),
            at);
    var segments = new ArrayList<Segment>(identities);
    segments.add(
        segment(
            "s1",
            about,
            new Content.RiskStatement(
                Content.RiskStatement.Topic.BRIEF_HISTORY, new Personal(history))));
    segments.add(
        segment("s2", about, new Content.Prescribing(new Personal("Invented prescription."))));
    return inReplyTo.isEmpty()
        ? new Referral(envelope, segments)
        : new ReferralAnswer(envelope, segments);
  }

  /** The drug and alcohol service confirms a recall. */
  static Intake confirmation(String id, String recall) {
    var envelope = referral(id).from(CGL).answering(recall).to().message().envelope();
    return intake(new RecallConfirmation(envelope, RecallConfirmation.Done.ERASED), List.of());
  }

  Intake intake() {
    return intake(message(), values);
  }

  private static Intake intake(CaseMessage message, List<ProtectedValue> values) {
    byte[] bytes =
        ("<received>"
                + new String(CanonicalJson.write(message), StandardCharsets.UTF_8)
                + "</received>")
            .getBytes(StandardCharsets.UTF_8);
    var envelope = message.envelope();
    return new Intake(
        new Received(envelope.from(), "", bytes, envelope.sentAt()), message, values);
  }

  private static Segment segment(String id, PersonId about, Content content) {
    return new Segment(
        new SegmentId(id),
        about,
        Standing.FACT,
        LocalDate.parse("2026-11-20"),
        Handling.PLAIN,
        content);
  }
}
