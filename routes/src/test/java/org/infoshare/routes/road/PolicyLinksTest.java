package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.words.Phase;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Family;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.junit.jupiter.api.Test;

class PolicyLinksTest {

  private static final AgencyId CGL = Invented.CGL.agency();
  private static final PersonId CHILD = Invented.CHILD;
  private static final PersonId MOTHER = Invented.MOTHER;
  private static final PersonId MAN = Invented.MAN;
  private static final PersonId BROTHER = new PersonId("p5");
  private static final PersonId OTHER_MAN = new PersonId("p6");
  private static final PersonId OTHER_WOMAN = new PersonId("p7");

  private static final List<Relation> ABUSED =
      List.of(
          new Relation(MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER),
          new Relation(MOTHER, RelationKind.PARTNER_OF, MAN),
          new Relation(MOTHER, RelationKind.PARENT_OF, CHILD),
          new Relation(CHILD, RelationKind.RELATIVE_OF, MAN));
  private static final List<Relation> TWO_ABUSERS =
      List.of(
          new Relation(MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER),
          new Relation(OTHER_MAN, RelationKind.ALLEGED_ABUSER_OF, OTHER_WOMAN));

  @Test
  void nothing_stated_is_unknown() {
    assertThat(asked(ABUSED).links()).isEmpty();
  }

  @Test
  void a_link_to_the_abused_partner_says_nothing_of_the_abuser() {
    var recipient = asked(ABUSED, treats(MOTHER));
    assertThat(links(recipient)).containsExactly("p2 treats");
    assertThat(recipient.moreLinksUnknown()).isTrue();
  }

  @Test
  void a_link_to_one_abuser_says_nothing_of_another_and_is_passed_on() {
    var recipient = asked(TWO_ABUSERS, treats(MAN));
    assertThat(links(recipient)).containsExactly("p4 treats");
    assertThat(recipient.moreLinksUnknown()).isTrue();
  }

  @Test
  void that_there_is_none_to_one_abuser_leaves_the_links_unknown() {
    var recipient = asked(TWO_ABUSERS, none(MAN));
    assertThat(recipient.links()).isEmpty();
    assertThat(recipient.moreLinksUnknown()).isFalse();
  }

  @Test
  void what_was_stated_about_everybody_who_matters_is_all() {
    var recipient = asked(TWO_ABUSERS, treats(MAN), none(OTHER_MAN));
    assertThat(links(recipient)).containsExactly("p4 treats");
    assertThat(recipient.moreLinksUnknown()).isFalse();
  }

  @Test
  void nobody_need_speak_of_the_abused_or_of_their_children() {
    var recipient = asked(ABUSED, none(MAN));
    assertThat(links(recipient)).isEmpty();
    assertThat(recipient.links()).isPresent();
    assertThat(recipient.moreLinksUnknown()).isFalse();
  }

  @Test
  void who_is_near_an_abuser_must_be_spoken_of_too() {
    var near =
        List.of(
            new Relation(MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER), new Relation(BROTHER, RelationKind.RELATIVE_OF, MAN));
    assertThat(asked(near, none(MAN)).links()).isEmpty();
    assertThat(asked(near, none(MAN), none(BROTHER)).links()).isPresent();
  }

  @Test
  void who_abuses_back_as_somebody_alleges_must_be_spoken_of_too() {
    var mutual =
        List.of(
            new Relation(MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER), new Relation(MOTHER, RelationKind.ALLEGED_ABUSER_OF, MAN));
    assertThat(asked(mutual, none(MAN)).links()).isEmpty();
    assertThat(asked(mutual, none(MAN), none(MOTHER)).links()).isPresent();
  }

  @Test
  void what_was_stated_of_another_agency_says_nothing() {
    assertThat(asked(ABUSED, new LinkStatement(new AgencyId("probation"), MAN, Optional.empty())).links()).isEmpty();
  }

  private static LinkStatement treats(PersonId person) {
    return new LinkStatement(CGL, person, Optional.of(LinkKind.TREATS));
  }

  private static LinkStatement none(PersonId person) {
    return new LinkStatement(CGL, person, Optional.empty());
  }

  private static List<String> links(DisclosureRequest.Recipient recipient) {
    return recipient.links().orElseThrow().stream().map(link -> link.person() + " " + link.link().word()).toList();
  }

  private static DisclosureRequest.Recipient asked(List<Relation> relations, LinkStatement... stated) {
    var message = Invented.referral(Invented.risk(false), Invented.address(MOTHER));
    var persons =
        List.of(
            Invented.person(CHILD, PersonType.INDEX_CHILD),
            Invented.person(MOTHER, PersonType.PARENT),
            Invented.person(MAN, PersonType.ALLEGED_PERPETRATOR));
    var family = new Family(persons, relations, List.of(stated), List.of());
    return new DisclosureRequests(Invented.agencies())
        .of(message, Invented.knowledge(message), family, Invented.CGL, Phase.INTAKE, Invented.NOW)
        .recipient();
  }
}
