package org.infoshare.model;

import java.util.List;

/** What a consent covers. An empty list covers all. */
public record ConsentScope(
    List<Purpose> purposes,
    List<Category> categories,
    List<AgencyId> recipients,
    List<PersonId> about) {

  public static final ConsentScope EVERYTHING =
      new ConsentScope(List.of(), List.of(), List.of(), List.of());

  public ConsentScope {
    purposes = List.copyOf(purposes);
    categories = List.copyOf(categories);
    recipients = List.copyOf(recipients);
    about = List.copyOf(about);
  }
}
