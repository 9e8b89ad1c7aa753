package org.infoshare.gateway.security;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A SOAP 1.2 fault whose detail has the stable code and what to do.
 *
 * @param namespace of the detail, as the partner's contract has it
 */
record SoapFault(String namespace, Refusal refusal, String whatToDo) {

  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("soap", "Envelope", SOAP);
      xml.writeNamespace("soap", SOAP);
      xml.writeStartElement(SOAP, "Body");
      xml.writeStartElement(SOAP, "Fault");
      xml.writeStartElement(SOAP, "Code");
      text(xml, "Value", refusal.isOurs() ? "soap:Receiver" : "soap:Sender");
      xml.writeEndElement();
      xml.writeStartElement(SOAP, "Reason");
      xml.writeStartElement(SOAP, "Text");
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en-GB");
      xml.writeCharacters(refusal.title());
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement(SOAP, "Detail");
      xml.writeStartElement("r", "refusal", namespace);
      xml.writeNamespace("r", namespace);
      detail(xml, "code", refusal.name());
      detail(xml, "whatToDo", whatToDo);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(SOAP, name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void detail(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    xml.writeStartElement(namespace, name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
