package org.infoshare.gateway.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an agency was sent, laid out so that two of the same content are the same text. */
final class Sent {

  static final String OUR_ID = "gateway-message-id";
  private static final String EARLIER = "earlier-message-id";
  private static final String RECALLED_AT = "2026-11-23T10:00:00Z";
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

  private Sent() {}

  /**
   * With the id that the gateway gave it replaced by {@link #OUR_ID}, those of earlier documents by
   * {@link #EARLIER}, and the moment of a recall, which is the gateway's own, by a fixed one.
   */
  static String received(String text, String id, List<String> earlier) {
    String named = text.replace(id, OUR_ID);
    for (String other : earlier) {
      named = named.replace(other, EARLIER);
    }
    return laidOut(
        named.contains("recalledMessage")
            ? named.replaceFirst("(sentAt\"? ?[:>] ?\"?)[0-9T:.Z-]+", "$1" + RECALLED_AT)
            : named);
  }

  /** A document, without what is around it on the wire. */
  static String laidOut(String text) {
    return text.stripLeading().startsWith("<") ? xml(text) : json(text);
  }

  private static String json(String text) {
    try {
      return new JsonMapper().readTree(text).toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private static String xml(String text) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)));
      Node bodies = document.getElementsByTagNameNS(SOAP, "Body").item(0);
      Element content = bodies == null ? document.getDocumentElement() : firstElement(bodies);
      withoutLayout(content);
      var transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      var written = new StringWriter();
      transformer.transform(new DOMSource(content), new StreamResult(written));
      return written
          .toString()
          .replaceAll("(</?)\\w+:", "$1")
          .replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", "")
          .strip();
    } catch (Exception e) {
      throw new IllegalArgumentException("not XML", e);
    }
  }

  private static Element firstElement(Node parent) {
    Node child = parent.getFirstChild();
    while (!(child instanceof Element)) {
      child = child.getNextSibling();
    }
    return (Element) child;
  }

  private static void withoutLayout(Node parent) {
    Node child = parent.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (child.getNodeType() == Node.TEXT_NODE && child.getTextContent().isBlank()) {
        parent.removeChild(child);
      } else {
        withoutLayout(child);
      }
      child = next;
    }
  }
}
