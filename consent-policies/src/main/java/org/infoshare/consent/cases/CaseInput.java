package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.infoshare.consent.InvalidDisclosureRequest;
import org.infoshare.consent.RequestSchema;

/** The input of a derive case as a whole request, and the agreement that the data hold for it. */
record CaseInput(ObjectNode written) {

  private static final long A_YEAR = 31_536_000L;

  /** The request, with what holds where a case is silent. */
  ObjectNode request() {
    ObjectNode request = written.deepCopy();
    request.remove("agreement");
    putIfAbsent(request, "phase", text("intake"));
    putIfAbsent(request, "risk", object());
    putIfAbsent(request.get("risk"), "rag", text("unknown"));
    putIfAbsent(request, "persons", object());
    putIfAbsent(request, "informed", object().put("unsafe", false));
    if (request.get("recipient") instanceof ObjectNode recipient) {
      putIfAbsent(recipient, "verified", JsonNodeFactory.instance.booleanNode(true));
      if (recipient.path("links").asText().equals("unknown")) {
        recipient.remove("links");
      }
    }
    for (JsonNode person : request.path("persons")) {
      putIfAbsent(person, "match", text("certain"));
    }
    fill(request, "consents", Defaults::consent);
    fill(request, "releases", release -> Defaults.release(request.get("now"), release));
    if (request.has("decision_maker")) {
      request.set(
          "decision_maker",
          Defaults.decisionMaker(request.get("now"), request.get("decision_maker")));
    }
    check(request);
    return request;
  }

  /** Agreements that hold exactly the recipient's, for what it is asked to receive. */
  ObjectNode agreements(String purpose) {
    ObjectNode agreements = object();
    String state = written.at("/agreement/state").asText("active");
    if (state.equals("none") || written.path("agreement").isNull()) {
      return agreements;
    }
    long now = written.get("now").longValue();
    ObjectNode agreement =
        agreements
            .putObject(written.at("/recipient/agency").textValue())
            .put("from", 0)
            .put("until", state.equals("expired") ? now : now + A_YEAR)
            .put("suspended", state.equals("suspended"));
    agreement.putArray("functions").add(written.at("/recipient/function").textValue());
    agreement.putArray("purposes").add(purpose);
    return agreements;
  }

  private static void fill(ObjectNode request, String list, UnaryOperator<JsonNode> whole) {
    if (request.path(list).isArray()) {
      var filled = JsonNodeFactory.instance.arrayNode();
      request.get(list).forEach(item -> filled.add(whole.apply(item)));
      request.set(list, filled);
    }
  }

  private static void check(ObjectNode request) {
    try {
      RequestSchema.check(request);
    } catch (InvalidDisclosureRequest invalid) {
      throw new MalformedCase(invalid.getMessage());
    }
  }

  /** What is no object is left for the check of the whole request. */
  private static void putIfAbsent(JsonNode stated, String name, JsonNode value) {
    if (stated instanceof ObjectNode object && !object.has(name)) {
      object.set(name, value);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }
}
