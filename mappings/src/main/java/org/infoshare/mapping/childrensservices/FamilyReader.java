package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.FamilyGroup;
import org.infoshare.mapping.childrensservices.wire.FamilyMember;
import org.infoshare.mapping.childrensservices.wire.FamilyRelation;
import org.infoshare.model.Content;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Standing;

/** Reads the family group: its persons, and how they stand to each other. */
final class FamilyReader {

  private record Same(PersonId first, boolean allegedAbuse, PartLabels labels) {}

  private final Reading reading;
  private final List<Person> persons = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final Set<PersonId> listed = new LinkedHashSet<>();

  FamilyReader(FamilyGroup family, Reading reading) {
    this.reading = reading;
    for (FamilyMember member : family.getPerson()) {
      if (!listed.add(new PersonId(member.getRef()))) {
        throw new MalformedMessage(
            Code.NOT_VALID, "family/person/@ref", "two persons have the same ref");
      }
    }
    int position = 1;
    for (FamilyMember member : family.getPerson()) {
      persons.add(
          new FamilyMemberReader(member, "family/person[" + position++ + "]", reading).read());
    }
    readRelations(family.getRelation());
  }

  List<Person> persons() {
    return List.copyOf(persons);
  }

  List<Relation> relations() {
    return List.copyOf(relations);
  }

  /**
   * @throws MalformedMessage if nobody of the family has this ref, unless the message is urgent
   */
  PersonId person(String ref, String where) {
    var person = new PersonId(ref);
    if (!listed.contains(person) && !reading.urgent()) {
      throw new MalformedMessage(
          Code.NOT_VALID, where, "names nobody of the family: use the ref of a person");
    }
    return person;
  }

  List<PersonId> persons(List<String> refs, String where) {
    return refs.stream().distinct().map(ref -> person(ref, where)).toList();
  }

  private void readRelations(List<FamilyRelation> received) {
    var together = new LinkedHashMap<Same, List<Relation>>();
    for (FamilyRelation relation : received) {
      var first = person(relation.getFirst(), "family/relation/@first");
      var second = person(relation.getSecond(), "family/relation/@second");
      var kind =
          reading.read(
              first,
              fields("first", first, "kind", relation.getKind(), "second", second),
              () -> Codes.RELATION.read("family/relation/@kind", relation.getKind()));
      if (kind.isEmpty()) {
        // Doubt protects: a relation that nobody can read may be one of abuse, in either direction.
        relations.add(new Relation(first, RelationKind.ALLEGED_ABUSER_OF, second));
        relations.add(new Relation(second, RelationKind.ALLEGED_ABUSER_OF, first));
        continue;
      }
      var read = new Relation(first, kind.get(), second);
      relations.add(read);
      var same =
          new Same(
              first,
              read.kind() == RelationKind.ALLEGED_ABUSER_OF,
              PartLabels.of(relation.getStanding(), relation.getAsOf()));
      together.computeIfAbsent(same, none -> new ArrayList<>()).add(read);
    }
    together.forEach(this::addSegment);
  }

  private void addSegment(Same same, List<Relation> told) {
    if (same.allegedAbuse()) {
      var abused = told.stream().map(Relation::b).toList();
      reading.add(
          same.first(),
          "alleged-abuse",
          Standing.ALLEGATION,
          same.labels(),
          false,
          new Content.AllegedAbuse(abused));
    } else {
      reading.fact(same.first(), "household", same.labels(), new Content.Household(told));
    }
  }
}
