package org.infoshare.routes.road;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Content;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Handling;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.MessageId;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.PlanType;
import org.infoshare.model.Practitioner;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.Relation;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;

/** An invented family for tests: a mother, a child, and a man who is alleged to abuse her. */
final class Invented {

  static final AgencyId CHILDRENS_SERVICES = new AgencyId("childrens-services");
  static final Recipient CGL = new Recipient(new AgencyId("cgl"), new Function("treatment"));
  static final PersonId CHILD = new PersonId("p1");
  static final PersonId MOTHER = new PersonId("p2");
  static final PersonId MAN = new PersonId("p4");
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String STREET = "1 Invented Row";
  static final String POSTCODE = "ZZ99 3WZ";

  private Invented() {}

  static Segment segment(String id, PersonId about, Content content) {
    return new Segment(
        new SegmentId(id),
        about,
        Standing.FACT,
        LocalDate.of(2026, 11, 20),
        Handling.PLAIN,
        content);
  }

  static Segment name(PersonId about, String given, String family) {
    return segment(
        about.value() + "-identity",
        about,
        new Content.PersonDetails(
            Personal.of(given),
            Personal.of(family),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  static Segment address(PersonId about) {
    return segment(
        about.value() + "-address",
        about,
        new Content.Whereabouts(
            List.of(new Personal(STREET), new Personal("Madeuptown")),
            Personal.of(POSTCODE),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  static Segment history(String text) {
    return segment(
        "p1-history",
        CHILD,
        new Content.RiskStatement(Content.RiskStatement.Topic.BRIEF_HISTORY, new Personal(text)));
  }

  static Segment rating() {
    return segment(
        "p1-rating",
        CHILD,
        new Content.HarmRating(Rag.AMBER, Content.HarmRating.RatedBy.SOCIAL_WORKER));
  }

  static Risk risk(boolean immediate) {
    return new Risk(
        immediate ? Rag.RED : Rag.AMBER,
        immediate,
        List.of(CHILD),
        List.of(),
        List.of("neglect"),
        Optional.of(NOW),
        true);
  }

  static Referral referral(Risk risk, Segment... segments) {
    return new Referral(envelope(risk), List.of(segments));
  }

  /** The mother knows, or must not. */
  static Referral informing(Informing.State state, boolean objected) {
    var said = new Informing(MOTHER, state, Optional.empty(), objected);
    var family = new Family(family().persons(), List.of(), List.of(), List.of(), List.of(said));
    return new Referral(
        envelope(risk(false), List.of(CGL), family, Optional.empty()), List.of(rating()));
  }

  static Referral requestedUnder(LegalRequest request, Recipient by) {
    return new Referral(
        envelope(risk(false), List.of(by), family(), Optional.of(request)), List.of(rating()));
  }

  static Envelope envelope(Risk risk) {
    return envelope(risk, List.of(CGL), family(), Optional.empty());
  }

  private static Envelope envelope(
      Risk risk, List<Recipient> to, Family family, Optional<LegalRequest> request) {
    return new Envelope(
        new MessageId("M-1"),
        Optional.empty(),
        CHILDRENS_SERVICES,
        new Practitioner(
            new Personal("Sample Worker"),
            "social_worker",
            new Function("csc_social_work"),
            Optional.empty(),
            Optional.empty()),
        to,
        new CaseReference("CASE-1"),
        Purpose.TREATMENT_REFERRAL,
        risk,
        List.of("central"),
        family,
        request,
        NOW);
  }

  static Family family(Relation... relations) {
    return new Family(
        List.of(
            person(CHILD, PersonType.INDEX_CHILD),
            person(MOTHER, PersonType.PARENT),
            person(MAN, PersonType.ALLEGED_PERPETRATOR)),
        List.of(relations),
        List.of(),
        List.of());
  }

  static Person person(PersonId id, PersonType type) {
    return new Person(id, type, PlanType.NONE, Optional.empty(), List.of(), false, List.of());
  }

  static Knowledge knowledge(Referral message, ProtectedValue... remembered) {
    var values = new ArrayList<>(ProtectedValues.of(message, NOW));
    values.addAll(List.of(remembered));
    Family family = message.envelope().family();
    return new Knowledge(
        7, "1-tables", family, family, Set.of(), Set.of(), values, List.of(), Set.of(), Set.of(), List.of(), List.of());
  }

  static Agencies agencies() {
    return id ->
        switch (id.value()) {
          case "childrens-services" -> Optional.of(profile(id, AgencyKind.LA_CSC));
          case "cgl" -> Optional.of(profile(id, AgencyKind.SUBSTANCE_SERVICE));
          default -> Optional.empty();
        };
  }

  private static AgencyProfile profile(AgencyId id, AgencyKind kind) {
    return new AgencyProfile(
        id,
        id.value(),
        kind,
        true,
        kind == AgencyKind.LA_CSC,
        true,
        Set.of(),
        OverrideState.NORMAL);
  }
}
