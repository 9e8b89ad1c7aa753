package org.infoshare.consent.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.infoshare.consent.OpaBinary;

/** What the runner said of some files, and one case of each form that passes. */
record CaseRun(int failed, String said) {

  static final String KERNEL =
      """
      - id: 1
        given: {risk: amber, basis: [CA2004_16LA]}
        segments:
          - {id: s1, category: identity, consent: given}
          - {id: s2, category: mental_health, need: never}
        expect: {outcome: PERMIT_REDACTED, goes: {s1: C1}, out: {s2: N1}, held: {}, obligations: [O8]}
      """;
  static final String DERIVE =
      """
      - id: d1
        input:
          now: 1795312345
          message: {kind: referral, purpose: TREATMENT_REFERRAL}
          sender: {agency: childrens-services, kind: la_csc, function: csc_social_work,
            role: social_worker, under_16LA: true, public_authority: true}
          recipient: {agency: cgl, kind: substance_service, function: treatment, under_16LA: true,
            links: []}
          persons: {p1: {type: index_child, plan: CP}}
          risk: {rag: amber, assessed_at: 1795300000}
          segments: [{id: s1, category: cp_status, about: p1, standing: fact}]
        expect:
          given: {risk: amber, basis: [CA2004_16LA]}
          segments: {s1: {}}
          answer: {outcome: PERMIT, goes: {s1: "L:CA2004_16LA"}, out: {}, held: {}, obligations: []}
      """;

  static CaseRun of(Path... files) {
    var said = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      int failed =
          new PolicyCases(OpaBinary.path(), OpaBinary.POLICY, out).failed(Arrays.asList(files));
      return new CaseRun(failed, said.toString(StandardCharsets.UTF_8));
    }
  }
}
