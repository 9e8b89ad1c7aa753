package org.infoshare.routes.partner;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.infoshare.mapping.MalformedMessage;
import org.xml.sax.SAXException;

/**
 * XML documents of one partner: read and written with JAXB, checked against the partner's own schema while they are read.
 * DTDs and entities are refused; no refusal repeats a value that was received.
 */
final class XmlDocuments {

  /** An element that the contract does not have there: its name is the sender's own. */
  private static final Set<String> UNEXPECTED = Set.of("cvc-elt.1", "cvc-elt.1.a", "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f", "cvc-complex-type.2.4.g", "cvc-complex-type.2.4.h");

  static final XMLInputFactory INPUT = XMLInputFactory.newDefaultFactory();

  static {
    INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    INPUT.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
  }

  private final JAXBContext context;
  private final Schema schema;

  XmlDocuments(String jaxbPackage, String schema) {
    try {
      context = JAXBContext.newInstance(jaxbPackage);
      this.schema =
          SchemaFactory.newDefaultInstance().newSchema(XmlDocuments.class.getResource(schema));
    } catch (JAXBException | SAXException e) {
      throw new IllegalStateException("the contract does not load: " + schema, e);
    }
  }

  Object read(byte[] bytes) {
    try {
      var reader = new Watched(INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes)));
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      unmarshaller.setEventHandler(event -> refuse(reader, event));
      return unmarshaller.unmarshal(reader);
    } catch (XMLStreamException broken) {
      throw notWellFormed(broken);
    } catch (JAXBException broken) {
      if (broken.getLinkedException() instanceof XMLStreamException syntax) {
        throw notWellFormed(syntax);
      }
      throw new MalformedMessage(MalformedMessage.Code.NOT_VALID, "", "the contract has no such document");
    }
  }

  byte[] write(Object document) {
    try {
      var bytes = new ByteArrayOutputStream();
      Marshaller marshaller = context.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(document, bytes);
      return bytes.toByteArray();
    } catch (JAXBException e) {
      throw new IllegalStateException("a document that we made cannot be written", e);
    }
  }

  private static boolean refuse(Watched reader, ValidationEvent event) {
    String text = event.getMessage() == null ? "" : event.getMessage();
    // The schema's own error codes are safe to repeat; the rest of the sentence quotes the value.
    String code = text.startsWith("cvc-") && text.indexOf(':') > 0 ? text.substring(0, text.indexOf(':')) : "schema";
    String where = UNEXPECTED.contains(code) ? reader.pathOfParent() : reader.path();
    throw new MalformedMessage(MalformedMessage.Code.NOT_VALID, where, "does not follow the schema (" + code + ")");
  }

  private static MalformedMessage notWellFormed(XMLStreamException broken) {
    var at = broken.getLocation();
    String place = at == null ? "" : ", line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    return new MalformedMessage(MalformedMessage.Code.NOT_WELL_FORMED, "", "not XML" + place);
  }

  /** Knows where in the document it is, so that a refusal can say so without quoting; refuses a DTD where it begins. */
  private static final class Watched extends StreamReaderDelegate {

    private final Deque<String> path = new ArrayDeque<>();

    Watched(XMLStreamReader reader) {
      super(reader);
      refuseDtd(reader.getEventType());
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      refuseDtd(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.addLast(getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.removeLast();
      }
      return event;
    }

    String path() {
      return "/" + String.join("/", path);
    }

    String pathOfParent() {
      return "/" + path.stream().limit(Math.max(0, path.size() - 1)).collect(Collectors.joining("/"));
    }

    private static void refuseDtd(int event) {
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new MalformedMessage(
            MalformedMessage.Code.FORBIDDEN_XML, "", "no document type and no entities: send plain elements");
      }
    }
  }
}
