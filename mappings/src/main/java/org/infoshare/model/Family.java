package org.infoshare.model;

import java.util.List;

/**
 * The people of the case, how they stand to each other, who works with whom, what they consented
 * to, and who of them knows of it, as the sender knows it.
 */
public record Family(
    List<Person> persons,
    List<Relation> relations,
    List<LinkStatement> links,
    List<Consent> consents,
    List<Informing> informing) {

  public static final Family NOBODY = new Family(List.of(), List.of(), List.of(), List.of());

  public Family {
    persons = List.copyOf(persons);
    relations = List.copyOf(relations);
    links = List.copyOf(links);
    consents = List.copyOf(consents);
    // What was written before this was asked does not have it.
    informing = informing == null ? List.of() : List.copyOf(informing);
  }

  /** Of whom nobody says whether they know. */
  public Family(
      List<Person> persons,
      List<Relation> relations,
      List<LinkStatement> links,
      List<Consent> consents) {
    this(persons, relations, links, consents, List.of());
  }
}
