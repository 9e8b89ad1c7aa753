package org.infoshare.routes.partner;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.cgl.CglConsentStatement;
import org.infoshare.mapping.cgl.CglContract;
import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglJson;
import org.infoshare.mapping.cgl.CglRecall;
import org.infoshare.mapping.cgl.CglRecallConfirmation;
import org.infoshare.mapping.cgl.CglReferralAnswer;
import org.infoshare.routes.road.Outcome;
import org.infoshare.routes.road.Received;

/** The JSON of the drug and alcohol service: its OpenAPI contract both ways, RFC 9457 problems for refusals. */
final class CglFormat implements WireFormat<CglDocument> {

  private final JsonDocuments documents = new JsonDocuments(CglContract.OPENAPI);
  private final JsonSchema referral = documents.schema(CglContract.REFERRAL);
  private final JsonSchema recall = documents.schema(CglContract.RECALL);
  private final JsonSchema recallConfirmation = documents.schema(CglContract.RECALL_CONFIRMATION);
  private final JsonSchema answer = documents.schema(CglContract.REFERRAL_ANSWER);
  private final JsonSchema consent = documents.schema(CglContract.CONSENT_STATEMENT);

  @Override
  public Incoming<CglDocument> read(Received received) {
    return switch (received.door()) {
      case "answers" -> readAnswer(received);
      case "consents" -> new Incoming.Document<>(read(received.bytes(), consent, CglConsentStatement.class));
      case "recall-confirmations" ->
          new Incoming.Document<>(read(received.bytes(), recallConfirmation, CglRecallConfirmation.class));
      default ->
          throw new MalformedMessage(
              MalformedMessage.Code.NOT_VALID,
              "",
              "nothing is received here: the contract has /answers, /consents and /recall-confirmations");
    };
  }

  private Incoming<CglDocument> readAnswer(Received received) {
    try {
      return new Incoming.Document<>(read(received.bytes(), answer, CglReferralAnswer.class));
    } catch (MalformedMessage fault) {
      if (fault.code() != MalformedMessage.Code.NOT_VALID) {
        throw fault;
      }
      JsonNode tree = documents.tree(received.bytes());
      return UrgentAnswer.read(tree, documents.faults(tree, answer), received).orElseThrow(() -> fault);
    }
  }

  private <T extends CglDocument> T read(byte[] bytes, JsonSchema schema, Class<T> type) {
    try {
      return CglJson.mapper().treeToValue(documents.read(bytes, schema), type);
    } catch (JsonProcessingException broken) {
      throw new MalformedMessage(MalformedMessage.Code.NOT_VALID, "", "does not follow the contract");
    }
  }

  @Override
  public byte[] write(CglDocument document) {
    try {
      byte[] bytes = CglJson.mapper().writeValueAsBytes(document);
      documents.read(bytes, document instanceof CglRecall ? recall : referral);
      return bytes;
    } catch (JsonProcessingException | MalformedMessage ours) {
      throw new IllegalStateException("a document that we made does not follow the contract", ours);
    }
  }

  /** Where the service takes a document: each kind has a path of its own. */
  static String path(byte[] document) {
    try (JsonParser fields = CglJson.mapper().createParser(document)) {
      fields.nextToken();
      for (String name = fields.nextFieldName(); name != null; name = fields.nextFieldName()) {
        if (name.equals("recalledMessage")) {
          return "recalls";
        }
        fields.nextToken();
        fields.skipChildren();
      }
      return "referrals";
    } catch (IOException ours) {
      throw new IllegalStateException("a document that we made is not JSON", ours);
    }
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public Reply answer(Received received, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Acknowledged acknowledged ->
          new Reply(
              202,
              mediaType(),
              json(
                  Map.of(
                      "status", acknowledged.again() ? "duplicate" : "received", "id", acknowledged.id().value())));
      case Outcome.Found ignored -> throw new IllegalStateException("status is asked elsewhere");
      case Outcome.Refused refused -> problem(refused);
    };
  }

  private static Reply problem(Outcome.Refused refused) {
    int status = Reply.status(refused.fault());
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:infoshare:problem:" + refused.code().toLowerCase(Locale.ROOT).replace('_', '-'));
    problem.put("title", "Not received");
    problem.put("status", status);
    problem.put("code", refused.code());
    problem.put("detail", refused.whatToDo());
    return new Reply(status, "application/problem+json", json(problem));
  }

  @Override
  public Optional<Acknowledged> acknowledged(byte[] answer) {
    try {
      return Acknowledged.of(CglJson.mapper().readTree(answer).path("status").asText());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static byte[] json(Object value) {
    try {
      return CglJson.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain text can be written as JSON", e);
    }
  }
}
