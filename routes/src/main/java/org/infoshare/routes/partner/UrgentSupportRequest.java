package org.infoshare.routes.partner;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;
import org.infoshare.mapping.childrensservices.wire.SupportRequest;
import org.infoshare.model.England;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.Received;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An urgent support request of which some values have not the form that the schema asks for: read without them. What is
 * missing, unknown, misplaced or too many is not read, nor is what a message is known by.
 */
final class UrgentSupportRequest {

  /** Without its id nobody could say what became of it; without its case, of which family it is. */
  private static final Set<String> KNOWN_BY = Set.of("messageId", "caseReference");

  private static final Set<String> TRUTHS = Set.of("true", "false", "1", "0");
  private static final Pattern AGENCY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Received received;
  private final Element request;
  private final UnreadParts unread = new UnreadParts();
  private final Set<Element> leftOut = new HashSet<>();

  private UrgentSupportRequest(Received received, Element request) {
    this.received = received;
    this.request = request;
  }

  /** Empty if it is none, is not urgent, or cannot be read in this way either. */
  static Optional<Incoming.Document<Document>> read(XmlDocuments documents, Received received) {
    Element root = documents.tree(received.bytes());
    List<XmlDocuments.Fault> faults = documents.faults(root);
    if (!root.getLocalName().equals("supportRequest") || !faults.stream().allMatch(UrgentSupportRequest::canBeLeftOut)) {
      return Optional.empty();
    }
    var reading = new UrgentSupportRequest(received, root);
    reading.mend(faults);
    return documents
        .read(root)
        .filter(SupportRequest.class::isInstance)
        .map(SupportRequest.class::cast)
        .filter(request -> ChildrensServicesMapping.urgent(request) && !request.getRecipient().isEmpty())
        .map(request -> new Incoming.Document<>(request, reading.unread.segments(request.getWrittenOn())));
  }

  private static boolean canBeLeftOut(XmlDocuments.Fault fault) {
    return fault.what() != XmlDocuments.What.STRUCTURE && !KNOWN_BY.contains(fault.at().getLocalName());
  }

  private void mend(List<XmlDocuments.Fault> faults) {
    // Refs first: all else is about somebody.
    at(faults, XmlDocuments.What.ATTRIBUTE).forEach(this::mendAttributes);
    at(faults, XmlDocuments.What.CONTENT).forEach(this::mend);
    leftOut.forEach(element -> element.getParentNode().removeChild(element));
  }

  private static Set<Element> at(List<XmlDocuments.Fault> faults, XmlDocuments.What what) {
    return faults.stream()
        .filter(fault -> fault.what() == what)
        .map(XmlDocuments.Fault::at)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void mendAttributes(Element element) {
    List<Attr> attributes = attributes(element).toList();
    attributes.stream().filter(UrgentSupportRequest::names).forEach(attribute -> attribute.setValue(refs(attribute.getValue())));
    for (Attr attribute : attributes) {
      String value = attribute.getValue().strip();
      switch (attribute.getName()) {
        case "namesPlace" -> {
          if (!TRUTHS.contains(value)) {
            note(element, "@namesPlace", value);
            attribute.setValue("true");
          }
        }
        case "asOf" -> {
          if (!isDay(value)) {
            note(element, "@asOf", value);
            element.removeAttributeNode(attribute);
          }
        }
        case "agency" -> {
          if (!AGENCY.matcher(value).matches()) {
            leaveOut(element);
          }
        }
        default -> {
          // A ref, or a code that the mapping looks up.
        }
      }
    }
  }

  private static boolean names(Attr attribute) {
    return switch (attribute.getName()) {
      case "ref", "about", "from", "first", "second", "person" -> true;
      default -> false;
    };
  }

  private static String refs(String list) {
    return Arrays.stream(list.strip().split("\\s+")).map(UnreadParts::ref).collect(Collectors.joining(" "));
  }

  /** Doubt protects: what would keep back counts as said, and what would let go does not. */
  private void mend(Element element) {
    var part = (Element) element.getParentNode();
    switch (element.getLocalName()) {
      case "sentAt" -> replace(element, received.at().truncatedTo(ChronoUnit.SECONDS).toString());
      case "writtenOn" -> replace(element, England.day(OffsetDateTime.parse(sentAt())).toString());
      case "locationProtected", "moreDetrimental", "objected" -> replace(element, "true");
      case "mediaType" -> replace(element, UnreadParts.NO_MEDIA_TYPE);
      case "agency", "function", "content" -> leaveOut(part);
      case "name" -> {
        if (part.getLocalName().equals("socialWorker")) {
          replace(element, UnreadParts.NO_NAME);
        } else {
          leaveOut(part);
        }
      }
      case "at", "expires" -> {
        if (text(part, "answer").equals("given")) {
          leaveOut(part);
        } else if (element.getLocalName().equals("at")) {
          replace(element, sentAt());
        } else {
          leaveOut(element);
        }
      }
      default -> leaveOut(element);
    }
  }

  private String sentAt() {
    return text(request, "sentAt");
  }

  private void replace(Element element, String instead) {
    note(element, "", element.getTextContent());
    element.setTextContent(instead);
  }

  private void leaveOut(Element element) {
    if (Stream.iterate((Node) element, node -> node != null, Node::getParentNode).noneMatch(leftOut::contains)) {
      note(element, "", lines(element));
      leftOut.add(element);
    }
  }

  private void note(Element element, String attribute, String text) {
    String path = XmlDocuments.place(element);
    unread.add(about(element), attribute.isEmpty() ? path : path + "/" + attribute, text);
  }

  private static Stream<Element> ancestors(Element element) {
    return Stream.iterate((Node) element, Element.class::isInstance, Node::getParentNode).map(Element.class::cast);
  }

  /** Whom the part names, or that it stands in; else the first person of the family. */
  private PersonId about(Element element) {
    return ancestors(element)
        .flatMap(above -> Stream.of("ref", "about", "first", "person").map(above::getAttribute))
        .filter(value -> !value.isBlank())
        .findFirst()
        .or(() -> Optional.of(((Element) request.getElementsByTagNameNS(ChildrensServicesContract.NAMESPACE, "person").item(0)).getAttribute("ref")))
        .map(value -> new PersonId(value.strip().split("\\s+")[0]))
        .orElseThrow();
  }

  private static String lines(Element element) {
    List<Element> children = children(element).toList();
    String told = attributes(element).map(one -> one.getName() + ": " + one.getValue() + "\n").collect(Collectors.joining());
    return told
        + (children.isEmpty()
            ? element.getTextContent()
            : children.stream().map(child -> child.getLocalName() + ": " + lines(child)).collect(Collectors.joining("\n")));
  }

  private static String text(Element element, String child) {
    return children(element)
        .filter(one -> one.getLocalName().equals(child))
        .map(one -> one.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static Stream<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(element.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static Stream<Attr> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> (Attr) element.getAttributes().item(i))
        .filter(attribute -> attribute.getNamespaceURI() == null);
  }

  private static boolean isDay(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value).getYear() >= 1000;
    } catch (DateTimeParseException other) {
      return false;
    }
  }
}
