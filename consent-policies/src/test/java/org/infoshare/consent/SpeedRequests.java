package org.infoshare.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the speed of the policy is measured with: a midwife's concern about an invented family of
 * four, of whom one is alleged to abuse another. No two segments are alike, and no two recipients.
 */
final class SpeedRequests {

  private static final List<String> CATEGORIES =
      List.of(
          "identity",
          "location",
          "risk_statement",
          "substance_engagement",
          "household",
          "education",
          "cp_status",
          "mental_health",
          "physical_health",
          "da_victim",
          "offence",
          "substance_clinical",
          "consent_record");

  private static final List<String> RECIPIENTS =
      List.of(
          "{agency: childrens-services, kind: la_csc, function: csc_social_work}",
          "{agency: cgl, kind: substance_service, function: treatment}",
          "{agency: hill-school, kind: education, function: school_dsl}",
          "{agency: county-police, kind: police, function: police_safeguarding}",
          "{agency: probation-east, kind: probation, function: probation_supervision}");

  private SpeedRequests() {}

  static List<DisclosureRequest> of(int segments, int recipients) {
    ObjectNode message = message();
    ArrayNode all = message.putArray("segments");
    for (int i = 0; i < segments; i++) {
      all.addObject()
          .put("id", "s" + i)
          .put("category", CATEGORIES.get(i % CATEGORIES.size()))
          .put("about", "p" + ((i + i / CATEGORIES.size()) % 4 + 1))
          .put("standing", "fact");
    }
    return IntStream.range(0, recipients)
        .mapToObj(i -> Requests.read(message.deepCopy().set("recipient", recipient(i))))
        .toList();
  }

  private static ObjectNode recipient(int place) {
    ObjectNode recipient = (ObjectNode) PolicyYaml.read(RECIPIENTS.get(place));
    recipient.put("under_16LA", true).put("verified", true);
    recipient.putArray("links");
    recipient.putArray("areas").add("east");
    return recipient;
  }

  private static ObjectNode message() {
    return (ObjectNode)
        PolicyYaml.read(
            """
            now: 1795312345
            phase: intake
            message: {kind: concern, purpose: CP_ENQUIRY}
            sender: {agency: valley-trust, kind: nhs, function: health_safeguarding, role: midwife,
              under_16LA: true, public_authority: true}
            child_areas: [east]
            persons:
              p1: {type: index_child, plan: CP, match: certain}
              p2: {type: parent, match: certain}
              p3: {type: alleged_perpetrator, match: certain}
              p4: {type: sibling, match: certain}
            relations:
              - {a: p2, rel: parent_of, b: p1}
              - {a: p2, rel: pr_for, b: p1}
              - {a: p3, rel: alleged_abuser_of, b: p2}
              - {a: p1, rel: lives_with, b: p2}
              - {a: p4, rel: lives_with, b: p2}
            consents:
              - {subject: p2, kind: confidentiality, state: given, giver: p2, authority: self,
                at: 1794700000, expires: 1826200000, circumstances: alone, coercion: none,
                scope: {purposes: [CP_ENQUIRY]}}
              - {subject: p3, kind: confidentiality, state: refused, giver: p3, authority: self,
                at: 1794700000, circumstances: alone, coercion: none}
            risk: {rag: amber, assessed_at: 1795300000, to: [p1, p2], from: [p3],
              harm: [neglect, violence]}
            informed: {unsafe: false}
            """);
  }
}
