package org.infoshare.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.apache.cxf.binding.soap.SoapFault;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One refusal, as each protocol says it. */
class RefusalFormsTest {

  private static final Received RECEIVED = new Received(new AgencyId("cgl"), "answers", new byte[0], Instant.EPOCH);

  @ParameterizedTest
  @CsvSource({"SENDER, 400", "NOT_FOUND, 404", "CONFLICT, 409", "GATEWAY, 503"})
  void as_a_problem(Outcome.Fault fault, int status) throws IOException {
    Reply reply = new CglFormat().answer(RECEIVED, new Outcome.Refused(fault, "SOME_CODE", "do this"));

    assertThat(reply.httpStatus()).isEqualTo(status);
    assertThat(reply.mediaType()).isEqualTo("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(reply.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:infoshare:problem:some-code");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo("SOME_CODE");
    assertThat(problem.path("detail").asText()).isEqualTo("do this");
  }

  @ParameterizedTest
  @CsvSource({"SENDER, Sender, 400", "NOT_FOUND, Sender, 400", "CONFLICT, Sender, 400", "GATEWAY, Receiver, 500"})
  void as_a_fault(Outcome.Fault fault, String whose, int status) {
    assertThatExceptionOfType(SoapFault.class)
        .isThrownBy(
            () -> new ChildrensServicesFormat().answer(RECEIVED, new Outcome.Refused(fault, "SOME_CODE", "do this")))
        .satisfies(
            told -> {
              assertThat(told.getFaultCode().getLocalPart()).isEqualTo(whose);
              assertThat(told.getStatusCode()).isEqualTo(status);
              assertThat(told.getDetail().getElementsByTagNameNS("*", "code").item(0).getTextContent()).isEqualTo("SOME_CODE");
              assertThat(told.getDetail().getElementsByTagNameNS("*", "whatToDo").item(0).getTextContent()).isEqualTo("do this");
            });
  }
}
