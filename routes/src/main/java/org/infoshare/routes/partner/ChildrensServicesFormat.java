package org.infoshare.routes.partner;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.wire.Acknowledgement;
import org.infoshare.mapping.childrensservices.wire.ConsentStatement;
import org.infoshare.mapping.childrensservices.wire.ConsentStatementReceived;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.mapping.childrensservices.wire.MessageStatusQuery;
import org.infoshare.mapping.childrensservices.wire.RecallConfirmation;
import org.infoshare.mapping.childrensservices.wire.RecallConfirmationReceived;
import org.infoshare.mapping.childrensservices.wire.SupportRequest;
import org.infoshare.mapping.childrensservices.wire.SupportRequestReceived;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;

/** The SOAP payloads of children's services, checked against their schema; refusals are SOAP 1.2 faults. */
final class ChildrensServicesFormat implements WireFormat<Document> {

  static final String ANSWERS_NAMESPACE = ChildrensServicesContract.NAMESPACE + ":answers";

  private final XmlDocuments documents =
      new XmlDocuments(ChildrensServicesContract.JAXB_PACKAGE, ChildrensServicesContract.SCHEMA);

  @Override
  public Incoming<Document> read(Received received) {
    try {
      return incoming(documents.read(received.bytes()));
    } catch (MalformedMessage fault) {
      if (fault.code() != MalformedMessage.Code.NOT_VALID) {
        throw fault;
      }
      return UrgentSupportRequest.read(documents, received).orElseThrow(() -> fault);
    }
  }

  private static Incoming<Document> incoming(Object document) {
    return switch (document) {
      case SupportRequest request -> new Incoming.Document<>(request);
      case ConsentStatement statement -> new Incoming.Document<>(statement);
      case RecallConfirmation confirmation -> new Incoming.Document<>(confirmation);
      case MessageStatusQuery query -> new Incoming.StatusQuestion<>(new MessageId(query.getMessageId()));
      default ->
          throw new MalformedMessage(
              MalformedMessage.Code.NOT_VALID, "", "the gateway does not receive documents of this kind");
    };
  }

  @Override
  public byte[] write(Document document) {
    return documents.write(document);
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public Reply answer(Received received, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Acknowledged acknowledged -> reply(acknowledgement(received, acknowledged));
      case Outcome.Found found -> reply(SoapStatus.of(found.state()));
      // CXF takes the exception as the answer: a fault is how SOAP says that nothing was received.
      case Outcome.Refused refused -> throw SoapFaults.of(refused, documents);
    };
  }

  private Reply reply(Object answer) {
    return new Reply(200, mediaType(), documents.write(answer));
  }

  private static Object acknowledgement(Received received, Outcome.Acknowledged acknowledged) {
    Acknowledgement answer =
        switch (root(received.bytes())) {
          case "consentStatement" -> new ConsentStatementReceived();
          case "recallConfirmation" -> new RecallConfirmationReceived();
          default -> new SupportRequestReceived();
        };
    answer.setStatus(acknowledged.again() ? "duplicate" : "received");
    answer.setMessageId(acknowledged.id().value());
    return answer;
  }

  @Override
  public Optional<Acknowledged> acknowledged(byte[] answer) {
    try {
      return documents.read(answer) instanceof Acknowledgement received
          ? Acknowledged.of(received.getStatus())
          : Optional.empty();
    } catch (MalformedMessage strange) {
      return Optional.empty();
    }
  }

  /** Which operation of theirs takes a document: it is named for the document. */
  static String operation(byte[] document) {
    String root = root(document);
    return "receive" + Character.toUpperCase(root.charAt(0)) + root.substring(1);
  }

  static Source payload(byte[] document) {
    return new StreamSource(new ByteArrayInputStream(document));
  }

  private static String root(byte[] document) {
    try {
      XMLStreamReader reader = StrangersXml.INPUT.createXMLStreamReader(new ByteArrayInputStream(document));
      reader.nextTag();
      return reader.getLocalName();
    } catch (XMLStreamException broken) {
      return "";
    }
  }
}
