package org.infoshare.gateway.security;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageUtils;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.infoshare.routes.partner.StrangersXml;
import org.springframework.stereotype.Component;

/**
 * Reads an envelope to its end before anything of it is taken. CXF stops behind the first document:
 * a second one would be acknowledged with it and kept by nobody, and so would be what an entity
 * that nobody declared stands for.
 *
 * <p>An envelope whose media type says no charset is in the one that it names itself.
 */
@Component
final class WholeEnvelope extends AbstractPhaseInterceptor<Message> {

  /** Elements around a document: Envelope and Body. */
  private static final int BODY = 2;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  WholeEnvelope(Bus bus) {
    super(Phase.POST_STREAM);
    addBefore(StaxInInterceptor.class.getName());
    bus.getInInterceptors().add(this);
  }

  @Override
  public void handleMessage(Message message) {
    InputStream body = message.getContent(InputStream.class);
    if (MessageUtils.isRequestor(message) || body == null) {
      return;
    }
    try {
      byte[] bytes = body.readAllBytes();
      message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
      if (bytes.length > 0) {
        readToTheEnd(reader(bytes, message));
      }
    } catch (IOException | XMLStreamException broken) {
      throw new Fault(broken);
    }
  }

  private static XMLStreamReader reader(byte[] bytes, Message message)
      throws IOException, XMLStreamException {
    var stream = new ByteArrayInputStream(bytes);
    String type = String.valueOf(message.get(Message.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
    if (type.contains("charset")) {
      String charset = String.valueOf(message.get(Message.ENCODING));
      var characters = new BufferedReader(new InputStreamReader(stream, charset));
      characters.mark(1);
      if (characters.read() != BYTE_ORDER_MARK) {
        characters.reset();
      }
      return StrangersXml.INPUT.createXMLStreamReader(characters);
    }
    XMLStreamReader reader = StrangersXml.INPUT.createXMLStreamReader(stream);
    message.put(Message.ENCODING, reader.getEncoding());
    return reader;
  }

  private static void readToTheEnd(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    int documents = 0;
    boolean inBody = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type or an entity");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          inBody = depth == BODY ? reader.getLocalName().equals("Body") : inBody;
          documents += depth == BODY + 1 && inBody ? 1 : 0;
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Text is looked at when the document is read.
        }
      }
    }
    if (documents > 1) {
      throw new SoapFault("more than one document", Soap12.getInstance().getSender());
    }
  }
}
