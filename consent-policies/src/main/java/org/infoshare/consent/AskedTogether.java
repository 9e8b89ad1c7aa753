package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infoshare.consent.words.AreaName;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.SetByPerson;

/**
 * Requests in one question: a message stands once, with what is each recipient's own, so that the
 * policy reads and works out once what is the same for all of them.
 */
final class AskedTogether {

  private final Map<Message, List<Integer>> places = new LinkedHashMap<>();
  private final ObjectNode question = PolicyJson.mapper().createObjectNode();
  private final List<DisclosureRequest> requests;

  /**
   * @throws InvalidDisclosureRequest if one of them is not in its form
   */
  AskedTogether(List<DisclosureRequest> requests) {
    this.requests = requests;
    for (int i = 0; i < requests.size(); i++) {
      places.computeIfAbsent(Message.of(requests.get(i)), message -> new ArrayList<>()).add(i);
    }
    ArrayNode messages = question.putArray("messages");
    places.values().forEach(those -> add(messages.addObject(), those));
  }

  /** What the policy reads. */
  ObjectNode question() {
    return question;
  }

  /**
   * The answers in the order of the requests.
   *
   * @throws PolicyUnavailable if there is not one for each
   */
  List<JsonNode> inOrder(JsonNode answers) {
    var inOrder = new JsonNode[requests.size()];
    if (!answers.isArray() || answers.size() != places.size()) {
      throw notEveryRequest();
    }
    int message = 0;
    for (List<Integer> those : places.values()) {
      JsonNode forMessage = answers.get(message++);
      if (!forMessage.isArray() || forMessage.size() != those.size()) {
        throw notEveryRequest();
      }
      for (int i = 0; i < those.size(); i++) {
        inOrder[those.get(i)] = forMessage.get(i);
      }
    }
    return Arrays.asList(inOrder);
  }

  private void add(ObjectNode asked, List<Integer> those) {
    ObjectNode first = PolicyJson.tree(requests.get(those.getFirst()));
    RequestSchema.check(first);
    ArrayNode recipients = PolicyJson.mapper().createArrayNode();
    recipients
        .addObject()
        .<ObjectNode>set("recipient", first.remove("recipient"))
        .set("releases", first.remove("releases"));
    for (int other : those.subList(1, those.size())) {
      ObjectNode own = recipients.addObject();
      own.set("recipient", PolicyJson.mapper().valueToTree(requests.get(other).recipient()));
      own.set("releases", PolicyJson.mapper().valueToTree(requests.get(other).releases()));
      RequestSchema.checkOwn(own);
    }
    asked.set("message", first);
    asked.set("recipients", recipients);
  }

  private static PolicyUnavailable notEveryRequest() {
    return new PolicyUnavailable("the policy did not answer every request");
  }

  /** All of a request that is not one recipient's own. */
  private record Message(
      Instant now,
      Phase phase,
      DisclosureRequest.Message message,
      Optional<DisclosureRequest.DecisionMaker> decisionMaker,
      DisclosureRequest.Sender sender,
      Set<AreaName> childAreas,
      Map<PersonRef, DisclosureRequest.Person> persons,
      List<DisclosureRequest.Relation> relations,
      List<DisclosureRequest.Consent> consents,
      DisclosureRequest.Risk risk,
      List<DisclosureRequest.Segment> segments,
      Set<SetByPerson> setByPerson,
      DisclosureRequest.Informed informed) {

    static Message of(DisclosureRequest request) {
      return new Message(
          request.now(),
          request.phase(),
          request.message(),
          request.decisionMaker(),
          request.sender(),
          request.childAreas(),
          request.persons(),
          request.relations(),
          request.consents(),
          request.risk(),
          request.segments(),
          request.setByPerson(),
          request.informed());
    }
  }
}
