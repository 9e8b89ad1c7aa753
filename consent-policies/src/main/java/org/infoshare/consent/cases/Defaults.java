package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.infoshare.consent.PolicyYaml;

/** What holds where a case is silent. */
final class Defaults {

  private static final ObjectNode GIVEN =
      yaml(
          """
          {rag: amber, basis: [], public_interest: false, agreement: active, \
          recipient_is_party: true, recipient_in_area: true, recipient_verified: true, \
          recipient_is_duty_team: false, purpose_compatible: true, someone_may_be_at_risk: true, \
          informing_is_unsafe: false, sender_on_watch: false, circumstances: []}\
          """);
  private static final ObjectNode SEGMENT =
      yaml(
          """
          {need: need, consent: not_asked, confidential: true, bar: none, third_party: false, \
          harm_linked: false, to_supervision: false, order_minimum: false, human_only: false, \
          unclassified: false}\
          """);
  private static final ObjectNode CONSENT =
      yaml("{kind: confidentiality, authority: self, coercion: none, circumstances: unknown}");

  private Defaults() {}

  static ObjectNode given(JsonNode stated) {
    return filled(GIVEN, stated);
  }

  static ObjectNode segment(JsonNode stated) {
    return filled(SEGMENT, stated);
  }

  static JsonNode consent(JsonNode stated) {
    return filledIfObject(CONSENT, stated);
  }

  /** The policy reads neither role nor reason of a release; the record does. */
  static JsonNode release(JsonNode now, JsonNode stated) {
    ObjectNode release = yaml("{role: duty_manager, reason: not stated}");
    release.set("at", now);
    return filledIfObject(release, stated);
  }

  static JsonNode decisionMaker(JsonNode now, JsonNode stated) {
    ObjectNode decided = yaml("{role: duty_manager, necessity: true, proportionality: true}");
    decided.set("at", now);
    return filledIfObject(decided, stated);
  }

  /** Of another shape, it is left for the check of the whole request. */
  private static JsonNode filledIfObject(ObjectNode defaults, JsonNode stated) {
    return stated.isObject() ? filled(defaults, stated) : stated;
  }

  private static ObjectNode filled(ObjectNode defaults, JsonNode stated) {
    ObjectNode whole = defaults.deepCopy();
    whole.setAll((ObjectNode) stated);
    return whole;
  }

  private static ObjectNode yaml(String text) {
    return (ObjectNode) PolicyYaml.read(text);
  }
}
