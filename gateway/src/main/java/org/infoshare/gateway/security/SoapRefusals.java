package org.infoshare.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.TransformerException;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Says in the contract's own form what CXF refuses by itself, before a route sees it or because one
 * failed: XML that cannot be read, an operation that there is not. Nothing of CXF's words goes out:
 * they quote what was sent.
 */
@Component
final class SoapRefusals extends AbstractPhaseInterceptor<Message> {

  private final Refusals refusals;

  SoapRefusals(Bus bus, Refusals refusals) {
    super(Phase.SETUP);
    this.refusals = refusals;
    bus.getOutFaultInterceptors().add(this);
  }

  @Override
  public void handleMessage(Message message) {
    Exception thrown = message.getContent(Exception.class);
    Optional<HttpServletRequest> request = request(message);
    if (thrown == null || request.isEmpty() || isOfTheContract(thrown)) {
      return;
    }
    PartnerPath.of(request.get())
        .ifPresent(
            partner -> {
              Refusal refusal = reason(thrown);
              if (request.get().getAttribute(BodyLimit.BODY) instanceof byte[] body) {
                refusals.leaveTrace(refusal, request.get(), body);
              }
              message.setContent(Exception.class, fault(refusal, refusals.namespace(partner)));
            });
  }

  private static Optional<HttpServletRequest> request(Message message) {
    Message in = message.getExchange().getInMessage();
    return in == null
        ? Optional.empty()
        : Optional.ofNullable((HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST));
  }

  private static boolean isOfTheContract(Exception thrown) {
    return causes(thrown)
        .anyMatch(cause -> cause instanceof SoapFault fault && fault.getDetail() != null);
  }

  private static Refusal reason(Exception thrown) {
    if (causes(thrown)
        .anyMatch(
            cause ->
                cause instanceof XMLStreamException || cause instanceof TransformerException)) {
      return Refusal.NOT_WELL_FORMED;
    }
    boolean senders =
        thrown instanceof Fault fault
            && !Soap12.getInstance()
                .getReceiver()
                .getLocalPart()
                .equals(fault.getFaultCode().getLocalPart())
            && !"Server".equals(fault.getFaultCode().getLocalPart());
    return senders ? Refusal.NOT_UNDERSTOOD : Refusal.FAULT;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private SoapFault fault(Refusal refusal, String namespace) {
    var fault =
        new SoapFault(
            refusal.title(),
            refusal.isOurs()
                ? Soap12.getInstance().getReceiver()
                : Soap12.getInstance().getSender());
    fault.setStatusCode(refusal.isOurs() ? 500 : 400);
    Document document = DOMUtils.createDocument();
    Element detail = document.createElement("detail");
    Element told = document.createElementNS(namespace, "refusal");
    add(told, "code", refusal.name());
    add(told, "whatToDo", refusals.whatToDo(refusal));
    detail.appendChild(told);
    fault.setDetail(detail);
    return fault;
  }

  private static void add(Element parent, String name, String text) {
    Element element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
    element.setTextContent(text);
    parent.appendChild(element);
  }
}
