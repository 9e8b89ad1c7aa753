package org.infoshare.mapping.childrensservices;

import java.util.Set;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.Rendering;
import org.infoshare.mapping.childrensservices.wire.Answer;
import org.infoshare.mapping.childrensservices.wire.ConsentStatement;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.mapping.childrensservices.wire.Notice;
import org.infoshare.mapping.childrensservices.wire.RecallConfirmation;
import org.infoshare.mapping.childrensservices.wire.SupportRequest;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentRecord;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.Recall;
import org.infoshare.model.Referral;
import org.infoshare.model.ReferralAnswer;

/**
 * Children's services' documents: they send support requests, consent statements and
 * confirmations of recalls, and receive answers, notices and recalls.
 *
 * <pre>{@code
 * <supportRequest xmlns="urn:infoshare:childrens-services:v1">
 *   <messageId>CS-2026-0001</messageId>
 *   ...
 *   <family><person ref="p1"><role>index_child</role>...</person></family>
 * </supportRequest>
 * }</pre>
 *
 * <p>Not carried to children's services: a second plan, plan background or identity of the same
 * person in one message.
 */
public final class ChildrensServicesMapping implements PartnerMapping<Document> {

  static final AgencyId SELF = new AgencyId("childrens-services");

  /** Whether the request is urgent by its own words: it is then read whatever can be read of it. */
  public static boolean urgent(SupportRequest request) {
    return SupportRequestReader.urgent(request);
  }

  @Override
  public CaseMessage toCanonical(Document received) {
    return switch (received) {
      case SupportRequest request -> new SupportRequestReader(request).read();
      case ConsentStatement statement -> new ConsentStatementReader(statement).read();
      case RecallConfirmation confirmation -> Recalls.read(confirmation);
      default ->
          throw new MalformedMessage(
              Code.NOT_VALID,
              "",
              "send a supportRequest, a consentStatement or a recallConfirmation; other documents are only"
                  + " received");
    };
  }

  @Override
  public Set<Label> carries(CaseMessage message) {
    return switch (message) {
      case ReferralAnswer answer -> ForwardedWriter.LABELS;
      case Referral referral -> ForwardedWriter.LABELS;
      case ConsentRecord consent -> ForwardedWriter.LABELS;
      case Recall recall -> Set.of();
      case org.infoshare.model.RecallConfirmation confirmation ->
          throw new NoSuchDocument(SELF, confirmation);
    };
  }

  @Override
  public Rendering<Document> fromCanonical(CaseMessage message, Labels labels) {
    return switch (message) {
      case ReferralAnswer answer -> new ForwardedWriter(new Answer()).write(answer, labels);
      case Referral referral -> new ForwardedWriter(new Notice()).write(referral, labels);
      case ConsentRecord consent -> new ForwardedWriter(new Notice()).write(consent, labels);
      case Recall recall -> new Rendering<>(Recalls.write(recall), Set.of());
      case org.infoshare.model.RecallConfirmation confirmation ->
          throw new NoSuchDocument(SELF, confirmation);
    };
  }

  @Override
  public Class<Document> wireType() {
    return Document.class;
  }
}
