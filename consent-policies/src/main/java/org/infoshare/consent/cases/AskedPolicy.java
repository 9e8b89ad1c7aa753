package org.infoshare.consent.cases;

import com.bisnode.opa.client.OpaClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.infoshare.consent.OpaPolicyDecisionPoint;
import org.infoshare.consent.OpaServer;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.UndecidedAnswer;

/**
 * The policy of a folder in an OPA process of its own, with a door to the kernel that the served
 * policy does not have.
 */
final class AskedPolicy implements AutoCloseable {

  private static final String DOOR = "runner/runner.rego";

  /** Port 1 is nobody's: what is asked there finds no OPA. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private final PolicyFiles files;
  private final KnownNames names;
  private final OpaServer server;
  private final OpaClient opa;
  private final OpaPolicyDecisionPoint dead =
      new OpaPolicyDecisionPoint(NOWHERE, Duration.ofSeconds(5));

  AskedPolicy(Path opaBinary, Path folder) {
    files = PolicyFiles.read(folder);
    names = new KnownNames(files.tables());
    server =
        OpaServer.open(
            opaBinary,
            List.of(
                PolicyBundle.kernel(withDoor(folder)),
                PolicyBundle.tables(files.tables(), files.agreements())));
    opa =
        OpaClient.builder()
            .opaConfiguration(server.address().toString())
            .objectMapper(PolicyJson.mapper())
            .build();
  }

  /** What the kernel answers to what derive would have given. */
  JsonNode kernel(JsonNode derived) {
    return ask("sharing/runner/kernel", derived);
  }

  /** What the kernel answers to each of many. */
  JsonNode kernels(JsonNode many) {
    return ask("sharing/runner/kernels", many);
  }

  /** What the whole policy answers to many messages, each for its recipients, as it is served. */
  JsonNode answers(JsonNode messages) {
    return ask("sharing/answers", messages);
  }

  /** What the whole policy answers to a case, under the agreement that the case states. */
  JsonNode whole(CaseInput given) {
    ObjectNode request = given.request();
    ObjectNode input = PolicyJson.mapper().createObjectNode();
    input.set("request", request);
    input.set("agreements", given.agreements(travelsAs(request.get("message"))));
    return ask("sharing/runner/whole", input);
  }

  PolicyDecisionPoint dead() {
    return dead;
  }

  /** What a caller answers by these tables when it can ask nobody. */
  UndecidedAnswer undecided() {
    return new UndecidedAnswer(files.tables());
  }

  KnownNames names() {
    return names;
  }

  @Override
  public void close() {
    dead.close();
    server.close();
  }

  private JsonNode ask(String entry, JsonNode input) {
    return opa.queryForDocument(new QueryForDocumentRequest(input, entry), JsonNode.class);
  }

  private String travelsAs(JsonNode message) {
    String purpose = message.get("purpose").textValue();
    return message.get("kind").textValue().equals("referral_answer")
        ? files.tables().get("purposes").get("answer_purpose").path(purpose).asText(purpose)
        : purpose;
  }

  private TreeMap<String, String> withDoor(Path folder) {
    try {
      var rules = new TreeMap<>(files.rules());
      rules.put(DOOR, Files.readString(folder.resolve(DOOR)));
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
