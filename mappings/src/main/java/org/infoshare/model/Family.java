package org.infoshare.model;

import java.util.List;

/**
 * The people of the case, how they stand to each other, who works with whom, and what they
 * consented to, as the sender knows it.
 */
public record Family(
    List<Person> persons,
    List<Relation> relations,
    List<LinkStatement> links,
    List<Consent> consents) {

  public static final Family NOBODY = new Family(List.of(), List.of(), List.of(), List.of());

  public Family {
    persons = List.copyOf(persons);
    relations = List.copyOf(relations);
    links = List.copyOf(links);
    consents = List.copyOf(consents);
  }
}
