package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.NhsNumber;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.Address;
import org.infoshare.mapping.childrensservices.wire.Contact;
import org.infoshare.mapping.childrensservices.wire.FamilyMember;
import org.infoshare.model.Content;
import org.infoshare.model.FamilyRole;
import org.infoshare.model.Function;
import org.infoshare.model.Identifier;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.PlanType;

/** Reads one person of the family group: who they are, where, and on which plan. */
final class FamilyMemberReader {

  static final String MOSAIC_ID = "mosaic-id";

  private final FamilyMember member;
  private final PersonId id;
  private final String where;
  private final Reading reading;

  FamilyMemberReader(FamilyMember member, String where, Reading reading) {
    this.member = member;
    this.id = new PersonId(member.getRef());
    this.where = where;
    this.reading = reading;
  }

  Person read() {
    var type = type();
    var identifiers = identifiers();
    var labels = PartLabels.of(member.getStanding(), member.getAsOf());
    reading.fact(id, "identity", labels, details(type, identifiers));
    member.getAddress().forEach(this::readAddress);
    member.getContact().forEach(this::readContact);
    var plan = plan();
    readPlanDetail();
    return new Person(
        id,
        type,
        plan,
        Optional.ofNullable(member.getDateOfBirth()),
        identifiers,
        Boolean.TRUE.equals(member.isLocationProtected()),
        member.getSafeFunction().stream().map(Function::new).toList());
  }

  private PersonType type() {
    return reading
        .read(
            id,
            fields("role", member.getRole()),
            () -> Codes.PERSON_TYPE.read(where + "/role", member.getRole()))
        .orElse(PersonType.HOUSEHOLD);
  }

  private List<Identifier> identifiers() {
    var identifiers = new ArrayList<Identifier>();
    if (member.getMosaicId() != null) {
      identifiers.add(new Identifier(MOSAIC_ID, new Personal(member.getMosaicId())));
    }
    if (member.getNhsNumber() != null) {
      reading
          .read(
              id,
              fields("nhsNumber", member.getNhsNumber()),
              () -> NhsNumber.read(where + "/nhsNumber", member.getNhsNumber()))
          .ifPresent(identifiers::add);
    }
    return identifiers;
  }

  private Content.PersonDetails details(PersonType type, List<Identifier> identifiers) {
    if (type == PersonType.UNBORN && member.getExpectedDate() == null && !reading.urgent()) {
      throw new MalformedMessage(
          Code.NOT_VALID, where + "/expectedDate", "missing: an unborn child has one");
    }
    return new Content.PersonDetails(
        Personal.of(member.getGivenName()),
        Personal.of(member.getFamilyName()),
        Optional.ofNullable(member.getDateOfBirth()),
        Optional.ofNullable(member.getExpectedDate()),
        Optional.ofNullable(member.getSex())
            .flatMap(
                sex ->
                    reading.read(
                        id, fields("sex", sex), () -> Codes.SEX.read(where + "/sex", sex))),
        identifiers,
        Optional.of(role(type)));
  }

  /** A victim, an alleged perpetrator or a referrer is not told by way of their name. */
  private static FamilyRole role(PersonType type) {
    return switch (type) {
      case INDEX_CHILD, SIBLING -> FamilyRole.CHILD;
      case UNBORN -> FamilyRole.UNBORN_CHILD;
      case PARENT -> FamilyRole.PARENT;
      case CARER -> FamilyRole.CARER;
      case ADULT_AT_RISK, VICTIM, ALLEGED_PERPETRATOR, HOUSEHOLD, REFERRER, DECEASED ->
          FamilyRole.OTHER;
    };
  }

  private void readAddress(Address address) {
    if (address.getLine().isEmpty() && address.getPostcode() == null) {
      return;
    }
    reading.fact(
        id,
        "address",
        PartLabels.of(address.getStanding(), address.getAsOf()),
        new Content.Whereabouts(
            address.getLine().stream().map(Personal::new).toList(),
            Personal.of(address.getPostcode()),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  private void readContact(Contact contact) {
    reading.fact(
        id,
        "contact",
        PartLabels.of(contact.getStanding(), contact.getAsOf()),
        new Content.Whereabouts(
            List.of(),
            Optional.empty(),
            contact.getTelephone().stream().map(Personal::new).toList(),
            contact.getEmail().stream().map(Personal::new).toList(),
            Personal.of(contact.getSafeWays())));
  }

  private PlanType plan() {
    var plan = member.getPlan();
    if (plan == null) {
      return PlanType.NONE;
    }
    var received = fields("type", plan.getType(), "start", plan.getStart(), "end", plan.getEnd());
    var type =
        reading.read(
            id, received, () -> Codes.PLAN_TYPE.read(where + "/plan/type", plan.getType()));
    type.ifPresent(
        known ->
            reading.fact(
                id,
                "plan",
                PartLabels.of(plan.getStanding(), plan.getAsOf()),
                new Content.PlanStatus(
                    known,
                    Optional.ofNullable(plan.getStart()),
                    Optional.ofNullable(plan.getEnd()))));
    return type.orElse(PlanType.NONE);
  }

  private void readPlanDetail() {
    var detail = member.getPlanDetail();
    if (detail == null) {
      return;
    }
    var received =
        fields(
            "categoryOfAbuse", detail.getCategoryOfAbuse(),
            "conferenceDate", detail.getConferenceDate(),
            "decisions", detail.getDecisions());
    reading
        .read(
            id,
            received,
            () ->
                Optional.ofNullable(detail.getCategoryOfAbuse())
                    .map(code -> Codes.ABUSE.read(where + "/planDetail/categoryOfAbuse", code)))
        .ifPresent(
            abuse ->
                reading.fact(
                    id,
                    "plan-detail",
                    PartLabels.of(detail.getStanding(), detail.getAsOf()),
                    new Content.PlanDetail(
                        abuse,
                        Optional.ofNullable(detail.getConferenceDate()),
                        Personal.of(detail.getDecisions()))));
  }
}
