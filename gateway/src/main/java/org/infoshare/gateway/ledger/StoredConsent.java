package org.infoshare.gateway.ledger;

import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.Category;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.PersonId;
import org.infoshare.model.Purpose;

/** A consent as the registry keeps it, in a message's person ids. */
final class StoredConsent {

  private StoredConsent() {}

  /**
   * The consent of one of the message's persons.
   *
   * @param subject under which of the message's ids, where a person has several
   */
  static Consent of(Remembered.Consent row, PersonId subject, Naming naming) {
    var scope =
        new ConsentScope(
            row.purposes().stream().map(Purpose::valueOf).toList(),
            row.categories().stream()
                .map(category -> Words.find(Category.values(), Category::word, category))
                .toList(),
            row.recipients().stream().map(AgencyId::new).toList(),
            row.about().stream().flatMap(person -> naming.of(person).stream()).toList());
    PersonId giver =
        row.giver().equals(row.subject()) ? subject : naming.of(row.giver()).getFirst();
    return new Consent(
        subject,
        Words.find(ConsentKind.values(), ConsentKind::word, row.kind()),
        Words.find(ConsentState.values(), ConsentState::word, row.state()),
        giver,
        Words.find(Authority.values(), Authority::word, row.authority()),
        scope,
        row.givenAt(),
        row.expires(),
        row.competentMinor(),
        Words.find(Circumstances.values(), Circumstances::word, row.circumstances()),
        Words.find(Coercion.values(), Coercion::word, row.coercion()));
  }
}
