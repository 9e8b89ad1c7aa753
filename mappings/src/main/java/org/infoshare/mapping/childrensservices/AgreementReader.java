package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.Agreement;
import org.infoshare.model.Authority;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.England;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.infoshare.model.Recipient;

/**
 * Reads whether persons agreed to a support request. Each agreement is a segment, and two consents
 * for the recipients and the purpose of the request: to the service, and to what is told in
 * confidence.
 */
final class AgreementReader {

  private record Asked(Circumstances circumstances, Coercion coercion) {}

  private final FamilyReader family;
  private final Reading reading;
  private final ConsentScope scope;

  AgreementReader(
      FamilyReader family, Reading reading, Purpose purpose, List<Recipient> recipients) {
    this.family = family;
    this.reading = reading;
    this.scope =
        new ConsentScope(
            List.of(purpose),
            List.of(),
            recipients.stream().map(Recipient::agency).distinct().toList(),
            List.of());
  }

  List<Consent> read(List<Agreement> agreements) {
    var consents = new ArrayList<Consent>();
    agreements.forEach(agreement -> consents.addAll(read(agreement)));
    return consents;
  }

  private List<Consent> read(Agreement agreement) {
    var about = family.person(agreement.getAbout(), "agreement/@about");
    var received =
        fields(
            "answer", agreement.getAnswer(),
            "askedBy", agreement.getAskedBy(),
            "at", agreement.getAt(),
            "circumstances", agreement.getCircumstances(),
            "coercion", agreement.getCoercion());
    var state =
        reading.read(
            about,
            received,
            () -> Codes.CONSENT_STATE.read("agreement/answer", agreement.getAnswer()));
    if (state.isEmpty()) {
      return List.of();
    }
    var asked = reading.read(about, received, () -> asked(agreement));
    asked.ifPresent(known -> addSegment(about, agreement, state.get(), known));
    if (asked.isEmpty() && state.get() == ConsentState.GIVEN) {
      // Doubt protects: how it was obtained cannot be read, so it does not count. A refusal does.
      return List.of();
    }
    return consents(
        about,
        agreement,
        state.get(),
        asked.orElse(new Asked(Circumstances.UNKNOWN, Coercion.NONE)));
  }

  private static Asked asked(Agreement agreement) {
    return new Asked(
        Optional.ofNullable(agreement.getCircumstances())
            .map(code -> Codes.CIRCUMSTANCES.read("agreement/circumstances", code))
            .orElse(Circumstances.UNKNOWN),
        Optional.ofNullable(agreement.getCoercion())
            .map(code -> Codes.COERCION.read("agreement/coercion", code))
            .orElse(Coercion.NONE));
  }

  private void addSegment(PersonId about, Agreement agreement, ConsentState state, Asked asked) {
    reading.fact(
        about,
        "agreement",
        PartLabels.of(agreement.getStanding(), agreement.getAsOf()),
        new Content.AgreementObtained(
            state == ConsentState.GIVEN,
            Personal.of(agreement.getAskedBy()),
            Optional.of(England.day(agreement.getAt())),
            asked.circumstances()));
  }

  private List<Consent> consents(
      PersonId about, Agreement agreement, ConsentState state, Asked asked) {
    return List.of(ConsentKind.SERVICE, ConsentKind.CONFIDENTIALITY).stream()
        .map(
            kind ->
                new Consent(
                    about,
                    kind,
                    state,
                    about,
                    Authority.SELF,
                    scope,
                    agreement.getAt().toInstant(),
                    Optional.ofNullable(agreement.getExpires()).map(OffsetDateTime::toInstant),
                    false,
                    asked.circumstances(),
                    asked.coercion()))
        .toList();
  }
}
