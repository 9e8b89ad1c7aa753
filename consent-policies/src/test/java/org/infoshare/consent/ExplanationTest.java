package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.SegmentRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final PolicyFiles FILES = PolicyFiles.packaged();
  private static final JsonNode TEXTS = FILES.tables().get("texts");
  private static final RuleTexts RULES = RuleTexts.packaged();

  private static final PersonRef P2 = new PersonRef("p2");

  private static OpaServer opa;
  private static OpaPolicyDecisionPoint policy;

  @BeforeAll
  static void start() {
    opa =
        OpaServer.start(
            OpaBinary.path(),
            List.of(
                PolicyBundle.kernel(FILES.rules()),
                PolicyBundle.tables(FILES.tables(), FILES.agreements())));
    policy = new OpaPolicyDecisionPoint(opa.address(), Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    policy.close();
    opa.close();
  }

  @Test
  void the_sender_reads_what_went_what_did_not_and_why() {
    assertThat(explained(Requests.tree()).forSender(Set.of()))
        .containsExactly(
            "Who the person is: may go. The person agreed to exactly this.",
            "The plan and its dates: may go. The law obliges to share it.",
            "Education: did not go. The recipient does not need this for this purpose.");
  }

  @Test
  void what_may_go_is_said_to_have_gone_only_when_it_has() {
    DisclosureRequest request = Requests.read(Requests.tree());
    var gone = Map.of(new SegmentRef("s1"), Gone.WENT, new SegmentRef("s2"), Gone.PERHAPS);

    assertThat(
            new Explanation(request, policy.decide(request), RULES, TEXTS, gone)
                .forSender(Set.of()))
        .contains(
            "Who the person is: went. The person agreed to exactly this.",
            "The plan and its dates: may have arrived. The law obliges to share it.");
  }

  @Test
  void the_ig_lead_reads_which_law_it_was_and_not_that_some_law_is_named_elsewhere() {
    assertThat(RULES.byFolder().values().stream().map(text -> text.hook("the Act")))
        .noneMatch(hook -> hook.contains("names"));
    ObjectNode open = Requests.tree();
    open.withArray("/segments")
        .addObject()
        .put("id", "s5")
        .put("category", "risk_statement")
        .put("about", "p1")
        .put("standing", "fact");
    assertThat(explained(open).forLead())
        .noneMatch(line -> line.contains("that the rule names"))
        .anyMatch(line -> line.contains("(Children Act 2004 s.16LA)"));
  }

  @Test
  void the_sender_reads_what_to_do_by_when() {
    ObjectNode refused = Requests.tree();
    refused.withObject("/risk").put("rag", "red");
    ((ObjectNode) refused.at("/consents/0")).put("state", "refused").remove("expires");
    assertThat(explained(refused).forSender(Set.of()))
        .contains(
            "To do: The reason, and why it is proportionate, is written down (before sending)",
            "To do: The person is told what went, to whom and why (5 working days)",
            "To do: A second person reviews what was set aside (2 working days)");
  }

  @Test
  void the_same_words_have_the_same_id_whatever_has_left_since_and_other_words_another() {
    DisclosureRequest request = Requests.read(Requests.tree());
    Decision decision = policy.decide(request);
    var gone = Map.of(new SegmentRef("s1"), Gone.WENT);
    String id = new Explanation(request, decision, RULES, TEXTS, Map.of()).id(Set.of());
    ObjectNode others = TEXTS.deepCopy();
    others.withObject("/texts/categories").put("identity", "what they are called");

    assertThat(new Explanation(request, decision, RULES, TEXTS, gone).id(Set.of())).isEqualTo(id);
    assertThat(new Explanation(request, decision, RULES, others, Map.of()).id(Set.of()))
        .isNotEqualTo(id);
    assertThat(
            new Explanation(request, decision, RULES, TEXTS, Map.of())
                .id(Set.of(new SegmentRef("s3"))))
        .as("the sender reads less")
        .isNotEqualTo(id);
  }

  @Test
  void the_sender_does_not_read_of_another_agencys_fact() {
    ObjectNode hidden = withBarredPlace();
    assertThat(explained(hidden).forSender(Set.of(new SegmentRef("s4"))))
        .noneMatch(line -> line.contains("found"));
    assertThat(explained(hidden).forSender(Set.of()))
        .contains(
            "Where the person can be found: did not go. A place that this recipient must not"
                + " learn.");
  }

  @Test
  void the_ig_lead_reads_rules_basis_obligations_and_revisions() {
    assertThat(String.join("\n", explained(Requests.tree()).forLead()))
        .contains("Outcome: Some of it goes, some stays behind (PERMIT_REDACTED)")
        .contains("The plan and its dates: may go. ")
        .contains("[s2, L:CA2004_16LA]")
        .contains("Children Act 2004 s.16LA")
        .contains("Art 6(1)(c); confidence lifted by statute")
        .contains("Owed by the gateway: The recipient is told that something was not included")
        .contains("Rules kernel-");
  }

  @Test
  void the_lead_reads_whose_judgement_it_is_that_it_is_necessary_and_proportionate() {
    assertThat(explained(Requests.tree()).forLead())
        .contains(
            "That it is necessary and proportionate to share this is the judgement of the sender's social worker:"
                + " the gateway has not judged it");
    ObjectNode named = Requests.tree();
    named.withObject("/decision_maker").put("person", "dora").put("role", "duty_manager").put("at", 1795300000);
    assertThat(explained(named).forLead())
        .anyMatch(line -> line.contains("the judgement of a named person (duty manager): the gateway has not"));
  }

  @Test
  void the_lead_reads_the_paragraph_of_the_schedule_and_why_it_goes_without_consent() {
    assertThat(leadOnTreatment("not_asked_unsafe"))
        .contains("DPA 2018 Sch 1 para 18(2)(c): to obtain consent would prejudice the protection");
    assertThat(leadOnTreatment("refused")).contains("DPA 2018 Sch 1 para 6;").doesNotContain("para 18");
  }

  private static String leadOnTreatment(String state) {
    ObjectNode tree = Requests.tree();
    tree.withObject("/risk").put("rag", "red");
    ((ObjectNode) tree.at("/consents/0")).put("state", state).remove(List.of("expires", "scope"));
    ((ArrayNode) tree.get("segments"))
        .addObject()
        .put("id", "s4")
        .put("category", "substance_engagement")
        .put("about", "p2")
        .put("standing", "fact");
    return String.join("\n", explained(tree).forLead());
  }

  @Test
  void nobody_is_asked_to_tell_whom_it_is_not_safe_to_tell() {
    ObjectNode override = Requests.tree();
    override.withObject("/risk").put("rag", "red");
    ((ObjectNode) override.at("/consents/0")).put("state", "refused").remove("expires");
    assertThat(explained(override).forSender(Set.of())).anyMatch(line -> line.contains("is told what went"));
    override.withObject("/informed").put("unsafe", true);
    assertThat(explained(override).forSender(Set.of()))
        .noneMatch(line -> line.contains("is told what went"))
        .contains("To do: The person is not told for now; the reason is stored and looked at again (14 days)");
  }

  @Test
  void the_person_reads_only_of_themselves_and_never_of_a_place_that_was_kept_back() {
    assertThat(explained(withBarredPlace()).forPerson(P2, Set.of()))
        .containsExactly(
            "Who the person is: We passed this on because you, or someone who may speak for you,"
                + " agreed.");
  }

  @Test
  void the_person_reads_nothing_while_telling_is_unsafe() {
    ObjectNode unsafe = Requests.tree();
    unsafe.withObject("/informed").put("unsafe", true);
    assertThat(explained(unsafe).forPerson(P2, Set.of())).isEmpty();
  }

  @Test
  void whom_harm_is_said_to_come_from_and_who_lives_with_them_read_nothing() {
    ObjectNode lived = Requests.tree();
    lived.withObject("/persons/p3").put("type", "alleged_perpetrator").put("match", "certain");
    lived.withArray("/relations").addObject().put("a", "p3").put("rel", "lives_with").put("b", "p2");
    assertThat(explained(lived).forPerson(P2, Set.of())).isEmpty();
    assertThat(explained(lived).forPerson(new PersonRef("p3"), Set.of())).isEmpty();

    ObjectNode accused = Requests.tree();
    accused.withArray("/risk/from").add("p2");
    assertThat(explained(accused).forPerson(P2, Set.of())).isEmpty();
    assertThat(explained(Requests.tree()).forPerson(P2, Set.of())).isNotEmpty();
  }

  @Test
  void who_lives_with_somebody_who_lives_with_them_reads_nothing_either() {
    ObjectNode chain = Requests.tree();
    chain.withObject("/persons/p4").put("type", "alleged_perpetrator").put("match", "certain");
    var relations = chain.withArray("/relations");
    relations.addObject().put("a", "p4").put("rel", "lives_with").put("b", "p1");
    assertThat(explained(chain).forPerson(P2, Set.of())).isNotEmpty();
    relations.addObject().put("a", "p1").put("rel", "lives_with").put("b", "p2");
    assertThat(explained(chain).forPerson(P2, Set.of())).isEmpty();
  }

  @Test
  void the_person_does_not_read_what_another_agencys_fact_kept_back() {
    ObjectNode withEducation = Requests.tree();
    assertThat(explained(withEducation).forPerson(new PersonRef("p1"), Set.of()))
        .anyMatch(line -> line.startsWith("Education"));
    assertThat(
            explained(withEducation)
                .forPerson(new PersonRef("p1"), Set.of(new SegmentRef("s3"))))
        .noneMatch(line -> line.startsWith("Education"));
  }

  private static ObjectNode withBarredPlace() {
    ObjectNode tree = Requests.tree();
    tree.withObject("/persons/p2").put("location_protected", true);
    ((ArrayNode) tree.get("segments"))
        .addObject()
        .put("id", "s4")
        .put("category", "location")
        .put("about", "p2")
        .put("standing", "fact");
    return tree;
  }

  private static Explanation explained(ObjectNode tree) {
    DisclosureRequest request = Requests.read(tree);
    return new Explanation(request, policy.decide(request), RULES, TEXTS, Map.of());
  }
}
