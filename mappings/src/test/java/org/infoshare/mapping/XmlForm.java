package org.infoshare.mapping;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** XML that follows a schema. */
public record XmlForm<W>(Class<W> type, JAXBContext context, Schema schema) implements WireForm<W> {

  public static <W> XmlForm<W> of(Class<W> type, String jaxbPackage, String schema) {
    try {
      return new XmlForm<>(
          type,
          JAXBContext.newInstance(jaxbPackage),
          SchemaFactory.newDefaultInstance().newSchema(XmlForm.class.getResource(schema)));
    } catch (JAXBException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public W read(byte[] bytes) {
    try {
      var unmarshaller = context.createUnmarshaller();
      unmarshaller.setSchema(schema);
      return type.cast(unmarshaller.unmarshal(new StreamSource(new ByteArrayInputStream(bytes))));
    } catch (JAXBException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public byte[] write(W document) {
    try {
      var bytes = new ByteArrayOutputStream();
      var marshaller = context.createMarshaller();
      marshaller.setSchema(schema);
      marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
      marshaller.marshal(document, bytes);
      return bytes.toByteArray();
    } catch (JAXBException e) {
      throw new AssertionError(e);
    }
  }
}
