package org.infoshare.routes.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.staxutils.StaxUtils;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.Test;

class RefusalCodeTest {

  @Test
  void a_problems_own_code_is_kept() {
    assertThat(problem("{\"title\":\"Not accepted\",\"status\":422,\"code\":\"NOT_OURS\"}")).isEqualTo("NOT_OURS");
  }

  @Test
  void without_a_code_the_last_word_of_its_type_is_kept() {
    assertThat(problem("{\"type\":\"https://cgl.example/problems/not-ours\"}")).isEqualTo("NOT_OURS");
    assertThat(problem("{\"type\":\"urn:cgl:problem:not-ours\"}")).isEqualTo("NOT_OURS");
    assertThat(problem("{\"type\":\"https://cgl.example/problems#not-ours\"}")).isEqualTo("NOT_OURS");
  }

  @Test
  void what_is_no_code_is_not_kept() {
    List.of(
            "{\"type\":\"about:blank\"}",
            "{\"code\":\"Mrs Invented has moved away\"}",
            "{\"code\":\"9990000018\"}",
            "{\"code\":\"NO_9990000018\"}",
            "{\"code\":\"07700900123\"}",
            "{\"code\":\"invented@people.example\"}",
            "{\"code\":\"" + "A".repeat(41) + "\"}",
            "{\"code\":{\"NOT\":\"OURS\"}}",
            "{\"type\":\"https://cgl.example/people/Mrs%20Invented\"}",
            "{\"code\":",
            "[\"NOT_OURS\"]",
            "NOT_OURS",
            "",
            "{\"code\":\"NOT_OURS\",\"detail\":\"" + "x".repeat(100_000) + "\"}")
        .forEach(body -> assertThat(problem(body)).as(body).isEqualTo("HTTP_422"));
    assertThat(problem(null)).isEqualTo("HTTP_422");
  }

  @Test
  void a_soap_faults_subcode_is_kept_or_else_the_code_in_its_detail() {
    SoapFault coded = fault("");
    coded.addSubCode(new QName("urn:invented", "NOT_OURS"));
    assertThat(refused(coded)).isEqualTo("NOT_OURS");
    assertThat(refused(fault("<r:code xmlns:r='urn:invented'>CASE_CLOSED</r:code><whatToDo>ASK</whatToDo>"))).isEqualTo("CASE_CLOSED");
    assertThat(refused(fault("<whatToDo>Ring Mrs Invented.</whatToDo>"))).isEqualTo("SOAP_SENDER");
    assertThat(refused(fault("<code>Ring Mrs Invented.</code>"))).isEqualTo("SOAP_SENDER");
  }

  @Test
  void a_partner_that_cannot_now_has_refused_nothing() {
    assertThat(GatewayErrors.outcome(http(503, "{\"code\":\"NOT_OURS\"}"))).isEqualTo(new SendOutcome.Failed("HTTP_503"));
  }

  private static String problem(String body) {
    return refused(http(422, body));
  }

  private static String refused(Exception thrown) {
    return ((SendOutcome.Refused) GatewayErrors.outcome(thrown)).code();
  }

  private static Exception http(int status, String body) {
    return new HttpOperationFailedException("https://partner.example", status, "no", null, Map.of(), body);
  }

  private static SoapFault fault(String detail) {
    try {
      var fault = new SoapFault("no", Soap12.getInstance().getSender());
      byte[] element = ("<detail>" + detail + "</detail>").getBytes(StandardCharsets.UTF_8);
      fault.setDetail(StaxUtils.read(new ByteArrayInputStream(element)).getDocumentElement());
      return fault;
    } catch (javax.xml.stream.XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
