package org.infoshare.routes.partner;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.cxf.staxutils.StaxUtils;
import org.infoshare.mapping.MalformedMessage;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML documents of one partner: read and written with JAXB, checked against the partner's own schema while they are read.
 * DTDs and entities are refused; no refusal repeats a value that was received.
 */
final class XmlDocuments {

  /** Of an element that the contract does not have there: its name is the sender's own. */
  private static final Set<String> UNEXPECTED = Set.of("cvc-elt.1", "cvc-elt.1.a", "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f", "cvc-complex-type.2.4.g", "cvc-complex-type.2.4.h");

  /** By which rule of its type a value is not valid. */
  private static final Pattern OF_TYPE = Pattern.compile("cvc-[A-Za-z]+-valid(\\..*)?");

  private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

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
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      unmarshaller.setEventHandler(event -> false);
      return unmarshaller.unmarshal(new Watched(StrangersXml.INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes))));
    } catch (XMLStreamException broken) {
      throw notWellFormed(broken);
    } catch (JAXBException broken) {
      // It is not said there in words that could be told to the sender.
      throw faults(tree(bytes)).stream().findFirst().map(Fault::refusal).orElseGet(XmlDocuments::noSuchDocument);
    }
  }

  /** What is wrong with one element. */
  enum What {
    ATTRIBUTE,
    CONTENT,
    /** Something is missing, unknown, misplaced or too many. */
    STRUCTURE
  }

  /**
   * One way in which a document does not follow the schema.
   *
   * @param code the schema's own, which is safe to repeat
   */
  record Fault(Element at, String code) {

    What what() {
      return switch (code) {
        case "cvc-attribute.3" -> What.ATTRIBUTE;
        case "cvc-type.3.1.3", "cvc-complex-type.2.2" -> What.CONTENT;
        default -> What.STRUCTURE;
      };
    }

    MalformedMessage refusal() {
      String where = UNEXPECTED.contains(code) ? place(at.getParentNode()) : place(at);
      return new MalformedMessage(MalformedMessage.Code.NOT_VALID, where, words() + " (" + code + ")");
    }

    private String words() {
      return switch (code) {
        case "cvc-type.3.1.3", "cvc-complex-type.2.2" ->
            "has not the form that the schema gives for it; mend it, or leave it out if it may be";
        case "cvc-attribute.3" -> "an attribute has not the form that the schema gives for it; mend it, or leave it out if it may be";
        case "cvc-complex-type.2.4.b" -> "something that the schema asks for is missing at its end";
        case "cvc-complex-type.4" -> "an attribute is missing that the schema asks for";
        case "cvc-complex-type.3.2.2" -> "the schema has no such attribute here; compare its name";
        default ->
            UNEXPECTED.contains(code)
                ? "an element that the schema has not at this place; compare names, order and number"
                : "does not follow the schema";
      };
    }
  }

  /** Below the root; with its number where a form has several of its kind. */
  static String place(Node element) {
    Node above = element.getParentNode();
    if (above == null || above.getNodeType() != Node.ELEMENT_NODE) {
      return "";
    }
    List<Node> alike =
        Stream.iterate(above.getFirstChild(), one -> one != null, Node::getNextSibling)
            .filter(one -> element.getLocalName().equals(one.getLocalName()))
            .toList();
    String name = alike.size() == 1 ? element.getLocalName() : element.getLocalName() + "[" + (alike.indexOf(element) + 1) + "]";
    String place = place(above);
    return place.isEmpty() ? name : place + "/" + name;
  }

  /** The root, however the document follows the schema. */
  Element tree(byte[] bytes) {
    try {
      return StaxUtils.read(new Watched(StrangersXml.INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes)))).getDocumentElement();
    } catch (XMLStreamException broken) {
      throw notWellFormed(broken);
    }
  }

  /** All of them, in the order of the document. */
  List<Fault> faults(Element root) {
    var faults = new ArrayList<Fault>();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException fault) throws SAXException {
            String code = code(fault.getMessage());
            // Which rule of its type a value breaks is said before, that it breaks one after.
            if (!OF_TYPE.matcher(code).matches()) {
              faults.add(new Fault((Element) validator.getProperty(CURRENT), code));
            }
          }
        });
    try {
      validator.validate(new DOMSource(root));
      return faults;
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("a tree in memory is always read to its end", e);
    }
  }

  /** Without asking the schema; empty if it does not become a document of the contract. */
  Optional<Object> read(Element root) {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      unmarshaller.setEventHandler(event -> false);
      return Optional.of(unmarshaller.unmarshal(root));
    } catch (JAXBException other) {
      return Optional.empty();
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

  /** The rest of the sentence quotes the value. */
  private static String code(String text) {
    return text != null && text.startsWith("cvc-") && text.indexOf(':') > 0 ? text.substring(0, text.indexOf(':')) : "schema";
  }

  private static MalformedMessage noSuchDocument() {
    return new MalformedMessage(MalformedMessage.Code.NOT_VALID, "", "the contract has no such document");
  }

  private static MalformedMessage notWellFormed(XMLStreamException broken) {
    var at = broken.getLocation();
    String place = at == null ? "" : ", line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    return new MalformedMessage(MalformedMessage.Code.NOT_WELL_FORMED, "", "not XML" + place);
  }

  /** Refuses a DTD where it begins. */
  private static final class Watched extends StreamReaderDelegate {

    Watched(XMLStreamReader reader) {
      super(reader);
      refuseDtd(reader.getEventType());
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      refuseDtd(event);
      return event;
    }

    private static void refuseDtd(int event) {
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new MalformedMessage(
            MalformedMessage.Code.NOT_WELL_FORMED, "", "it has a document type or entities: send plain elements");
      }
    }
  }
}
