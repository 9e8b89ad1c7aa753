package org.infoshare.mapping.cgl;

import java.util.Set;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.Rendering;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;

/**
 * The drug and alcohol service's documents: it receives referrals and recalls, and sends answers,
 * consents and confirmations of recalls.
 *
 * <pre>{@code
 * {"id": "CGL-A-0001", "inReplyTo": "…", "client": "p2", "state": "accepted",
 *  "allocatedPractitioner": "Praxi Sample-Worker", "jointVisit": {"on": "2026-11-27"}, …}
 * }</pre>
 *
 * <p>Not carried to the service: its own progress with a referral; identifiers other than the NHS
 * number; a second plan, plan background or identity of the same person in one message. Not carried
 * from it: the place of a joint visit.
 */
public final class CglMapping implements PartnerMapping<CglDocument> {

  static final AgencyId SELF = new AgencyId("cgl");

  /** Whether the answer is urgent by its own words: it is then read whatever can be read of it. */
  public static boolean urgent(CglReferralAnswer answer) {
    return ReferralAnswerReader.urgent(answer);
  }

  @Override
  public CaseMessage toCanonical(CglDocument received) {
    return switch (received) {
      case CglReferralAnswer answer -> new ReferralAnswerReader(answer).read();
      case CglConsentStatement statement -> ConsentStatementReader.read(statement);
      case CglRecallConfirmation confirmation -> Recalls.read(confirmation);
      case CglReferral referral -> throw onlyReceived();
      case CglRecall recall -> throw onlyReceived();
    };
  }

  private static MalformedMessage onlyReceived() {
    return new MalformedMessage(
        Code.NOT_VALID,
        "",
        "send an answer, a consent or the confirmation of a recall; other documents are only received");
  }

  @Override
  public Set<Label> carries(CaseMessage message) {
    return switch (message) {
      case Referral referral -> Set.of(Label.NOT_INCLUDED, Label.NOT_TO_BE_TOLD, Label.STANDING);
      case Recall recall -> Set.of();
      case RecallConfirmation confirmation -> throw new NoSuchDocument(SELF, confirmation);
      case ReferralAnswer answer -> throw new NoSuchDocument(SELF, answer);
      case ConsentRecord consent -> throw new NoSuchDocument(SELF, consent);
    };
  }

  @Override
  public Rendering<CglDocument> fromCanonical(CaseMessage message, Labels labels) {
    return switch (message) {
      case Referral referral -> new ReferralWriter().write(referral, labels);
      case Recall recall -> new Rendering<>(Recalls.write(recall), Set.of());
      case RecallConfirmation confirmation -> throw new NoSuchDocument(SELF, confirmation);
      case ReferralAnswer answer -> throw new NoSuchDocument(SELF, answer);
      case ConsentRecord consent -> throw new NoSuchDocument(SELF, consent);
    };
  }

  @Override
  public Class<CglDocument> wireType() {
    return CglDocument.class;
  }
}
