package org.infoshare.mapping.cgl;

import static org.infoshare.mapping.Reading.fields;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.CodeList;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.cgl.CglReferralAnswer.Triage;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Content;
import org.infoshare.model.Content.HarmRating.RatedBy;
import org.infoshare.model.Content.ReferralProgress.Progress;
import org.infoshare.model.Content.RiskStatement.Topic;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.Recipient;
import org.infoshare.model.ReferralAnswer;
import org.infoshare.model.Risk;
import org.infoshare.model.Standing;

/**
 * Reads the answer to a referral. It names the referral's purpose; what it travels as is the
 * policy's to say. It claims no immediate risk: that is a concern, which has a message of its own.
 */
final class ReferralAnswerReader {

  private static final Recipient SOCIAL_WORK =
      new Recipient(new AgencyId("childrens-services"), new Function("csc_social_work"));
  private static final CodeList<Progress> STATE =
      CodeList.of(List.of(Progress.values()), Codes::word);
  private static final List<Rag> WORST_FIRST = List.of(Rag.RED, Rag.AMBER, Rag.GREEN);

  private record Rated(PersonId child, Rag rag, Triage triage) {}

  private final CglReferralAnswer answer;
  private final PersonId client;
  private final Reading reading;

  ReferralAnswerReader(CglReferralAnswer answer) {
    this.answer = answer;
    this.client = new PersonId(answer.client());
    this.reading = new Reading(answer.decidedOn(), urgent(answer));
  }

  /** Red by anybody's level of harm: said of the words, before anything is read. */
  static boolean urgent(CglReferralAnswer answer) {
    return answer.triage().stream().anyMatch(one -> Rag.RED.word().equals(one.rating()));
  }

  ReferralAnswer read() {
    var by = PractitionerReader.read(answer.practitioner(), client, reading);
    progress();
    var risk = risk();
    answer.riskSeen().forEach(this::riskSeen);
    answer.saidInTreatment().forEach(this::said);
    answer.attachments().forEach(this::attachment);
    var links = answer.links().stream().flatMap(stated -> link(stated).stream()).toList();
    var informing = answer.informed().stream().map(this::informing).toList();
    var envelope =
        new Envelope(
            new MessageId(answer.id()),
            Optional.of(new MessageId(answer.inReplyTo())),
            CglMapping.SELF,
            by,
            List.of(SOCIAL_WORK),
            new CaseReference(answer.caseReference()),
            Purpose.TREATMENT_REFERRAL,
            risk,
            List.of(),
            new Family(List.of(), List.of(), links, List.of(), informing),
            requestedUnder(),
            answer.sentAt());
    return new ReferralAnswer(envelope, reading.segments());
  }

  private Optional<LinkStatement> link(CglReferralAnswer.Link stated) {
    var person = new PersonId(stated.person());
    return reading
        .read(
            person,
            fields("link", stated.link()),
            () -> Codes.LINK.read("links/link", stated.link()))
        .map(link -> new LinkStatement(CglMapping.SELF, person, link));
  }

  private Optional<LegalRequest> requestedUnder() {
    return answer
        .requestedUnder()
        .flatMap(
            code ->
                reading.read(
                    client,
                    fields("requestedUnder", code),
                    () -> Codes.LEGAL_REQUEST.read("requestedUnder", code)));
  }

  /** What cannot be read may say that it is not safe. */
  private Informing informing(CglReferralAnswer.Informed informed) {
    informed
        .whyUnsafe()
        .flatMap(Personal::of)
        .ifPresent(
            why ->
                narrative(
                    informed.about(),
                    "not-safe-to-tell",
                    informed.standing(),
                    informed.asOf(),
                    informed.namesPlace(),
                    new Content.RiskStatement(Topic.NOT_SAFE_TO_TELL, why)));
    var about = new PersonId(informed.about());
    return new Informing(
        about,
        reading
            .read(
                about,
                fields("state", informed.state()),
                () -> Codes.INFORMED.read("informed/state", informed.state()))
            .orElse(Informing.State.UNSAFE),
        informed.on(),
        informed.objected().orElse(false));
  }

  private void progress() {
    var jointVisit = answer.jointVisit().map(CglReferralAnswer.JointVisit::on);
    var received =
        fields(
            "state", answer.state(),
            "reason", answer.reason().orElse(null),
            "allocatedPractitioner", answer.allocatedPractitioner().orElse(null),
            "jointVisit", jointVisit.orElse(null),
            "exitedOn", answer.exitedOn().orElse(null));
    reading
        .read(client, received, () -> STATE.read("state", answer.state()))
        .ifPresent(
            state ->
                reading.fact(
                    client,
                    "progress",
                    PartLabels.NONE,
                    new Content.ReferralProgress(
                        state,
                        answer.reason().flatMap(Personal::of),
                        answer.allocatedPractitioner().flatMap(Personal::of),
                        jointVisit,
                        answer.exitedOn())));
  }

  /** The service's own rating, of the child who is rated worst; the newest where several are. */
  private Risk risk() {
    boolean moreDetrimental = answer.moreDetrimental().orElse(false);
    var rated = answer.triage().stream().flatMap(one -> rated(one).stream()).toList();
    var worst =
        rated.stream()
            .min(
                Comparator.<Rated>comparingInt(one -> WORST_FIRST.indexOf(one.rag()))
                    .thenComparing(
                        one -> one.triage().ratedAt().orElse(Instant.MIN),
                        Comparator.reverseOrder()));
    return worst
        .map(
            one ->
                new Risk(
                    one.rag(),
                    false,
                    rated.stream().map(Rated::child).distinct().toList(),
                    List.of(),
                    List.of(),
                    one.triage().ratedAt(),
                    false,
                    moreDetrimental))
        .orElse(
            new Risk(
                Rag.UNKNOWN,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                moreDetrimental));
  }

  private Optional<Rated> rated(Triage triage) {
    var child = new PersonId(triage.about());
    var rating =
        reading.read(
            child,
            fields("rating", triage.rating(), "ratedAt", triage.ratedAt().orElse(null)),
            () -> Codes.RATING.read("triage/rating", triage.rating()));
    rating.ifPresent(
        rag ->
            reading.add(
                child,
                "triage",
                Standing.OPINION,
                PartLabels.NONE,
                false,
                new Content.HarmRating(rag, RatedBy.TREATMENT_SERVICE)));
    return rating.map(rag -> new Rated(child, rag, triage));
  }

  private void riskSeen(CglReferralAnswer.RiskSeen seen) {
    narrative(
        seen.about(),
        "risk-seen",
        seen.standing(),
        seen.asOf(),
        seen.namesPlace(),
        new Content.RiskStatement(Topic.RISK_SEEN, new Personal(seen.text().strip())));
  }

  private void said(CglSaid said) {
    narrative(
        said.about(),
        "said",
        said.standing(),
        said.asOf(),
        said.namesPlace(),
        new Content.TreatmentContent(new Personal(said.text().strip())));
  }

  private void narrative(
      String about,
      String word,
      Optional<String> standing,
      Optional<LocalDate> asOf,
      Optional<Boolean> namesPlace,
      Content content) {
    reading.add(
        new PersonId(about),
        word,
        Standing.OPINION,
        new PartLabels(standing, asOf),
        namesPlace.orElse(false),
        content);
  }

  private void attachment(CglAttachment attachment) {
    reading.add(
        new PersonId(attachment.about()),
        "attachment",
        Standing.FACT,
        new PartLabels(attachment.standing(), attachment.asOf()),
        attachment.namesPlace().orElse(false),
        new Content.Unclassified(
            attachment.fileName().flatMap(Personal::of),
            attachment.mediaType(),
            attachment.content()));
  }
}
