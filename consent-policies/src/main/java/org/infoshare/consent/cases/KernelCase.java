package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyJson;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.PolicyYaml;
import org.infoshare.consent.UndecidedAnswer;

/** What derive would give, and what the kernel must answer; or that nobody can be asked. */
record KernelCase(String id, JsonNode written) implements WorkedCase {

  /** Consents that do not count, and are asked for again. */
  private static final Set<String> ASKED_AGAIN = Set.of("expired", "no_authority", "coerced");

  @Override
  public List<String> run(AskedPolicy policy) {
    Expected expected = Expected.written(written.get("expect"));
    check(policy.names(), expected);
    return expected.differences(unreachable() ? own(policy) : asked(policy));
  }

  private void check(KnownNames names, Expected expected) {
    names.checkVerdicts(expected.verdicts().values());
    names.checkBases(written.get("given"));
    names.checkBars(written.get("segments"));
    var seen = new HashSet<String>();
    for (JsonNode segment : written.get("segments")) {
      names.checkReleases(segment.path("release"));
      if (!seen.add(segment.get("id").textValue())) {
        throw new MalformedCase("segments: an id stands twice");
      }
    }
  }

  private boolean unreachable() {
    return written.at("/given/policy_engine").asText("up").equals("unreachable");
  }

  private Expected asked(AskedPolicy policy) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("given", Defaults.given(written.get("given")));
    var segments = input.putArray("segments");
    for (JsonNode segment : written.get("segments")) {
      ObjectNode whole = Defaults.segment(segment);
      if (!whole.has("release")) {
        whole.putArray("release");
      }
      segments.add(whole);
    }
    return Expected.ofKernel(policy.kernel(input));
  }

  /** The caller's own answer, when OPA is not there. */
  private Expected own(AskedPolicy policy) {
    DisclosureRequest request = request();
    try {
      policy.dead().decide(request);
      throw new IllegalStateException("something answers where no OPA is");
    } catch (PolicyUnavailable unavailable) {
      return Expected.of(policy.undecided().to(request, known()));
    }
  }

  private UndecidedAnswer.Known known() {
    var circumstances = new HashSet<String>();
    written.at("/given/circumstances").forEach(each -> circumstances.add(each.textValue()));
    var bars = new HashSet<String>();
    var consents = new HashSet<String>();
    for (JsonNode segment : written.get("segments")) {
      ObjectNode whole = Defaults.segment(segment);
      bars.add(whole.get("bar").textValue());
      consents.add(whole.get("consent").textValue());
    }
    return new UndecidedAnswer.Known(
        circumstances, bars, !Collections.disjoint(consents, ASKED_AGAIN));
  }

  private DisclosureRequest request() {
    ObjectNode request =
        (ObjectNode)
            PolicyYaml.read(
                """
                {now: 1795312345, phase: intake, message: {kind: concern, purpose: CP_ENQUIRY},
                 sender: {agency: sender, kind: charity, function: da_support, role: idva,
                   under_16LA: false, public_authority: false},
                 recipient: {agency: recipient, kind: la_csc, function: csc_duty,
                   under_16LA: true, verified: true},
                 persons: {}, informed: {unsafe: false}}\
                """);
    JsonNode given = Defaults.given(written.get("given"));
    String risk = given.get("risk").textValue();
    String rag = risk.startsWith("immediate") ? given.get("rag").textValue() : risk;
    request.withObject("/informed").set("unsafe", given.get("informing_is_unsafe"));
    ObjectNode stated = request.putObject("risk").put("immediate", risk.startsWith("immediate"));
    stated.put("rag", rag.equals("red_stale") ? "red" : rag);
    if (rag.equals("red")) {
      stated.set("assessed_at", request.get("now"));
    }
    if (given.get("sender_on_watch").booleanValue()) {
      request.withObject("/sender").put("override_state", "watch");
    }
    var segments = request.putArray("segments");
    written
        .get("segments")
        .forEach(
            segment ->
                segments
                    .addObject()
                    .put("id", segment.get("id").textValue())
                    .put("about", "p1")
                    .put("standing", "fact"));
    return PolicyJson.mapper().convertValue(request, DisclosureRequest.class);
  }
}
