package org.infoshare.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** Invented requests: a social worker refers an invented mother to the drug and alcohol service. */
final class Requests {

  private Requests() {}

  static DisclosureRequest referral() {
    return read(tree());
  }

  static DisclosureRequest read(ObjectNode tree) {
    try {
      return PolicyJson.mapper().treeToValue(tree, DisclosureRequest.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode tree() {
    return (ObjectNode)
        PolicyYaml.read(
            """
            now: 1795312345
            phase: intake
            message: {kind: referral, purpose: TREATMENT_REFERRAL}
            sender: {agency: childrens-services, kind: la_csc, function: csc_social_work,
              role: social_worker, under_16LA: true, public_authority: true}
            recipient: {agency: cgl, kind: substance_service, function: treatment,
              under_16LA: true, verified: true, links: []}
            persons:
              p1: {type: index_child, plan: CP, match: certain}
              p2: {type: parent, match: certain}
            relations: [{a: p2, rel: pr_for, b: p1}]
            consents:
              - {subject: p2, kind: confidentiality, state: given, giver: p2, authority: self,
                at: 1794700000, expires: 1826200000, circumstances: alone, coercion: none,
                scope: {purposes: [TREATMENT_REFERRAL], recipients: [cgl]}}
            risk: {rag: amber, assessed_at: 1795300000, to: [p1], harm: [neglect]}
            segments:
              - {id: s1, category: identity, about: p2, standing: fact}
              - {id: s2, category: cp_status, about: p1, standing: fact}
              - {id: s3, category: education, about: p1, standing: fact}
            informed: {unsafe: false}
            """);
  }
}
