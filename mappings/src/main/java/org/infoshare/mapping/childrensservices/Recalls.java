package org.infoshare.mapping.childrensservices;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.RecallText;
import org.infoshare.mapping.childrensservices.wire.RecalledPart;
import org.infoshare.model.CaseReference;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Purpose;
import org.infoshare.model.Recall;
import org.infoshare.model.RecallConfirmation;
import org.infoshare.model.Risk;

/** Recalls as children's services receive them, and their confirmations. */
final class Recalls {

  // Nobody is spoken of: an unreadable code of the worker refuses the confirmation.
  private static final PersonId NOBODY = new PersonId("nobody");

  private Recalls() {}

  static org.infoshare.mapping.childrensservices.wire.Recall write(Recall recall) {
    var envelope = recall.envelope();
    var written = new org.infoshare.mapping.childrensservices.wire.Recall();
    written.setMessageId(envelope.id().value());
    written.setSentAt(envelope.sentAt().atOffset(ZoneOffset.UTC));
    written.setRecalledMessage(recall.recalled().value());
    written.setFrom(ForwardedWriter.origin(envelope));
    written.setWhatToDo(RecallText.WHAT_TO_DO);
    recall.parts().forEach(part -> written.getPart().add(part(part)));
    return written;
  }

  private static RecalledPart part(Recall.Part part) {
    var written = new RecalledPart();
    written.setAbout(part.about().value());
    written.setCategory(part.category().word());
    return written;
  }

  static RecallConfirmation read(
      org.infoshare.mapping.childrensservices.wire.RecallConfirmation confirmation) {
    var worker =
        new WorkerReader(
            confirmation.getSocialWorker(),
            NOBODY,
            new Reading(confirmation.getWrittenOn(), false));
    return new RecallConfirmation(
        new Envelope(
            new MessageId(confirmation.getMessageId()),
            Optional.of(new MessageId(confirmation.getRecall())),
            ChildrensServicesMapping.SELF,
            worker.practitioner(),
            List.of(),
            new CaseReference(confirmation.getCaseReference()),
            Purpose.TREATMENT_REFERRAL,
            Risk.UNKNOWN,
            List.of(),
            Family.NOBODY,
            confirmation.getSentAt().toInstant()),
        Codes.RECALL_DONE.read("done", confirmation.getDone()));
  }
}
