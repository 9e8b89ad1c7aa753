package org.infoshare.mapping.cgl;

import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.RecallText;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.MessageId;
import org.infoshare.model.Purpose;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Risk;

/** Recalls as the service receives them, and its confirmations. */
final class Recalls {

  private Recalls() {}

  static CglRecall write(Recall recall) {
    var envelope = recall.envelope();
    return new CglRecall(
        envelope.id().value(),
        envelope.sentAt(),
        recall.recalled().value(),
        ReferralWriter.origin(envelope),
        RecallText.WHAT_TO_DO,
        recall.parts().stream()
            .map(part -> new CglRecall.Part(part.about().value(), part.category().word()))
            .toList());
  }

  static RecallConfirmation read(CglRecallConfirmation confirmation) {
    return new RecallConfirmation(
        new Envelope(
            new MessageId(confirmation.id()),
            Optional.of(new MessageId(confirmation.inReplyTo())),
            CglMapping.SELF,
            PractitionerReader.read(confirmation.practitioner()),
            List.of(),
            new CaseReference(confirmation.caseReference()),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            confirmation.sentAt()),
        Codes.RECALL_DONE.read("done", confirmation.done()));
  }
}
