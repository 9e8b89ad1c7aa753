package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Codes.word;

import java.util.LinkedHashMap;
import java.util.Map;
import org.infoshare.mapping.NhsNumber;
import org.infoshare.mapping.childrensservices.wire.Address;
import org.infoshare.mapping.childrensservices.wire.Contact;
import org.infoshare.mapping.childrensservices.wire.FamilyMember;
import org.infoshare.mapping.childrensservices.wire.FamilyRelation;
import org.infoshare.mapping.childrensservices.wire.Forwarded;
import org.infoshare.mapping.childrensservices.wire.Plan;
import org.infoshare.mapping.childrensservices.wire.PlanBackground;
import org.infoshare.model.Content;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;

/**
 * Writes persons and relations: a person stands in it as soon as something about them does, and
 * with no more than that. Each method says whether the form had a place for the segment.
 */
final class FamilyWriter {

  private final Forwarded document;
  private final Map<PersonId, FamilyMember> members = new LinkedHashMap<>();

  FamilyWriter(Forwarded document) {
    this.document = document;
  }

  boolean identity(Segment segment, Content.PersonDetails details) {
    var member = member(segment.about());
    if (member.getStanding() != null) {
      return false;
    }
    member.setStanding(segment.standing().word());
    member.setAsOf(segment.asOf());
    details.role().ifPresent(role -> member.setRole(word(role)));
    details.givenName().ifPresent(name -> member.setGivenName(name.value()));
    details.familyName().ifPresent(name -> member.setFamilyName(name.value()));
    details.birthDate().ifPresent(member::setDateOfBirth);
    details.expectedDate().ifPresent(member::setExpectedDate);
    details.sex().ifPresent(member::setSex);
    for (var identifier : details.identifiers()) {
      switch (identifier.system()) {
        case NhsNumber.SYSTEM -> member.setNhsNumber(identifier.value().value());
        case FamilyMemberReader.MOSAIC_ID -> member.setMosaicId(identifier.value().value());
        default -> {
          // No place for it; the rest of the identity stands in the document by now.
        }
      }
    }
    return true;
  }

  boolean whereabouts(Segment segment, Content.Whereabouts where) {
    var member = member(segment.about());
    if (!where.addressLines().isEmpty() || where.postcode().isPresent()) {
      var address = new Address();
      where.addressLines().forEach(line -> address.getLine().add(line.value()));
      where.postcode().ifPresent(postcode -> address.setPostcode(postcode.value()));
      address.setStanding(segment.standing().word());
      address.setAsOf(segment.asOf());
      member.getAddress().add(address);
    }
    if (!where.telephones().isEmpty()
        || !where.emails().isEmpty()
        || where.safeWaysToMakeContact().isPresent()) {
      var contact = new Contact();
      where.telephones().forEach(number -> contact.getTelephone().add(number.value()));
      where.emails().forEach(email -> contact.getEmail().add(email.value()));
      where.safeWaysToMakeContact().map(Personal::value).ifPresent(contact::setSafeWays);
      contact.setStanding(segment.standing().word());
      contact.setAsOf(segment.asOf());
      member.getContact().add(contact);
    }
    return true;
  }

  boolean relations(Segment segment, Content.Household household) {
    household.relations().forEach(told -> relation(segment, told.a(), told.kind(), told.b()));
    return true;
  }

  boolean allegedAbuse(Segment segment, Content.AllegedAbuse abuse) {
    abuse
        .of()
        .forEach(
            abused -> relation(segment, segment.about(), RelationKind.ALLEGED_ABUSER_OF, abused));
    return true;
  }

  boolean plan(Segment segment, Content.PlanStatus status) {
    var member = member(segment.about());
    if (member.getPlan() != null) {
      return false;
    }
    var plan = new Plan();
    plan.setType(status.plan().word());
    status.start().ifPresent(plan::setStart);
    status.end().ifPresent(plan::setEnd);
    plan.setStanding(segment.standing().word());
    plan.setAsOf(segment.asOf());
    member.setPlan(plan);
    return true;
  }

  boolean planDetail(Segment segment, Content.PlanDetail told) {
    var member = member(segment.about());
    if (member.getPlanDetail() != null) {
      return false;
    }
    var detail = new PlanBackground();
    told.abuse().ifPresent(detail::setCategoryOfAbuse);
    told.conference().ifPresent(detail::setConferenceDate);
    told.decisions().map(Personal::value).ifPresent(detail::setDecisions);
    detail.setStanding(segment.standing().word());
    detail.setAsOf(segment.asOf());
    member.setPlanDetail(detail);
    return true;
  }

  private void relation(Segment segment, PersonId first, RelationKind kind, PersonId second) {
    var relation = new FamilyRelation();
    relation.setFirst(first.value());
    relation.setKind(kind.word());
    relation.setSecond(second.value());
    relation.setStanding(segment.standing().word());
    relation.setAsOf(segment.asOf());
    document.getRelation().add(relation);
  }

  private FamilyMember member(PersonId person) {
    return members.computeIfAbsent(
        person,
        id -> {
          var member = new FamilyMember();
          member.setRef(id.value());
          document.getPerson().add(member);
          return member;
        });
  }
}
