package org.infoshare.gateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.DisclosureRequest.Consent;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.gateway.ledger.KeptDecision;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Risk;
import org.infoshare.model.Segment;

/**
 * What a person who decides about a held part must know beside the part: whose it is, how great the
 * risk is, and, where consent is the reason, what was said when. Names nobody.
 *
 * @param whose the part that the person has in the case
 * @param person by the id that the message gives
 * @param risk as the sender rates it, in the policy's word
 * @param assessed when the sender last looked at the risk
 * @param riskRead how the policy reads it, where that is not what the sender says
 * @param consents what was said about sharing, oldest first; none where consent is not the reason
 * @param consentRead what counts of them for this part; empty where consent is not the reason
 */
record HeldReason(
    String whose,
    String person,
    String risk,
    Optional<Instant> assessed,
    Optional<String> riskRead,
    List<String> consents,
    Optional<String> consentRead) {

  /**
   * @param decision that holds it; empty: a control does
   */
  static HeldReason of(
      Overview.HeldPart held,
      CaseMessage message,
      Optional<KeptDecision> decision,
      Wording words) {
    Optional<DisclosureRequest> asked = decision.map(kept -> kept.decided().request());
    var persons = CasePersons.of(message, asked, words);
    String about =
        message.segments().stream()
            .filter(segment -> segment.id().value().equals(held.segment()))
            .map(Segment::about)
            .map(person -> person.value())
            .findFirst()
            .orElse("");
    Risk risk = message.envelope().risk();
    Optional<JsonNode> given = decision.map(kept -> kept.decided().decision().given());
    boolean forConsent = held.rule().startsWith("C:");
    return new HeldReason(
        persons.part(about),
        about,
        held.risk(),
        risk.assessedAt(),
        given.map(all -> all.path("risk").asText()).filter(read -> !read.equals(held.risk())),
        asked.filter(request -> forConsent).stream()
            .flatMap(request -> request.consents().stream())
            .filter(consent -> consent.subject().value().equals(about))
            .filter(consent -> consent.kind() == ConsentKind.CONFIDENTIALITY)
            .sorted(Comparator.comparing(Consent::at))
            .map(consent -> said(consent, persons, words))
            .toList(),
        given.filter(all -> forConsent).flatMap(all -> consent(all, held.segment())));
  }

  private static String said(Consent consent, CasePersons persons, Wording words) {
    var times = new Times();
    return "%s: %s%s%s"
        .formatted(
            times.day(consent.at()),
            words.consent(consent.state().word()),
            consent.giver().equals(consent.subject())
                ? ""
                : ", said by " + persons.part(consent.giver().value()),
            consent.expires().map(until -> ", until " + times.day(until)).orElse(""));
  }

  private static Optional<String> consent(JsonNode given, String segment) {
    return given.path("segments").valueStream()
        .filter(part -> part.path("id").asText().equals(segment))
        .map(part -> part.path("consent").asText())
        .findFirst();
  }
}
