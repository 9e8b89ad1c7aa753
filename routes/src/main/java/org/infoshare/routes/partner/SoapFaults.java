package org.infoshare.routes.partner;

import java.io.ByteArrayInputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.staxutils.StaxUtils;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.wire.Refusal;
import org.infoshare.routes.road.Outcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A refusal as SOAP 1.2 says it: whose fault it is in the code, and the contract's own refusal in the detail. */
final class SoapFaults {

  private SoapFaults() {}

  static SoapFault of(Outcome.Refused refused, XmlDocuments documents) {
    boolean ours = refused.fault() == Outcome.Fault.GATEWAY;
    QName code = ours ? Soap12.getInstance().getReceiver() : Soap12.getInstance().getSender();
    var fault = new SoapFault(refused.code() + ": " + refused.whatToDo(), code);
    fault.setStatusCode(ours ? 500 : 400);
    fault.addSubCode(new QName(ChildrensServicesContract.NAMESPACE, refused.code()));
    fault.setDetail(detail(refused, documents));
    return fault;
  }

  private static Element detail(Outcome.Refused refused, XmlDocuments documents) {
    var refusal = new Refusal();
    refusal.setCode(refused.code());
    refusal.setWhatToDo(refused.whatToDo());
    try {
      Document detail = DOMUtils.createDocument();
      Element element = detail.createElement("detail");
      detail.appendChild(element);
      Document content = StaxUtils.read(new ByteArrayInputStream(documents.write(refusal)));
      element.appendChild(detail.importNode(content.getDocumentElement(), true));
      return element;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a refusal that we made cannot be read", e);
    }
  }
}
