package org.infoshare.consent.cases;

import static org.infoshare.consent.cases.Attribute.ABSENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A scene in the form in which the policy is asked. */
final class SceneRequest {

  /** Words that no reader of an explanation may find in it. */
  static final String NAMED = "named-in-the-request";

  private final Scene scene;
  private final long now;

  SceneRequest(Scene scene) {
    this.scene = scene;
    now = scene.now();
  }

  static String segment(int part) {
    return "s" + part;
  }

  static String person(int part) {
    return "p" + part;
  }

  /** Whom the part is about. */
  String about(int part) {
    return scene.get("segment.about", part).equals("me") ? person(part) : "stranger" + part;
  }

  ObjectNode asked() {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.set("message", message());
    ArrayNode recipients = asked.putArray("recipients");
    for (int one : scene.recipients()) {
      ObjectNode own = recipients.addObject();
      own.set("recipient", recipient(one));
      own.set("releases", releases(one));
    }
    return asked;
  }

  private ObjectNode message() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("now", now + scene.later()).put("phase", turned() ? "delivery" : "intake");
    ObjectNode message = all.putObject("message");
    for (String name :
        List.of("kind", "purpose", "requested_under", "about_another_agencys_record", "objection_art21")) {
      copy(name, 0, message, name);
    }
    if (!scene.is("decision_maker", ABSENT)) {
      all.putObject("decision_maker").put("person", NAMED).put("role", "duty_manager").put("at", now);
    }
    sender(all.putObject("sender"));
    copy("child_areas", 0, all, "child_areas");
    persons(all.putObject("persons"));
    relations(all.putArray("relations"));
    consents(all.putArray("consents"));
    risk(all.putObject("risk"));
    segments(all.putArray("segments"));
    copy("set_by_person", 0, all, "set_by_person");
    all.putObject("informed").set("unsafe", scene.value("telling_is_unsafe", 0));
    return all;
  }

  private void sender(ObjectNode sender) {
    sender.put("agency", "sender").put("function", "csc_social_work");
    List<String> roles = Tables.words("immediate", "roles");
    sender.put(
        "role",
        scene.is("sender_role", SceneAttributes.MAY_CLAIM)
            ? roles.get(Math.floorMod(scene.hashCode(), roles.size()))
            : scene.get("sender_role"));
    for (String name : List.of("kind", "under_16LA", "public_authority", "override_state")) {
      copy("sender_" + name, 0, sender, name);
    }
  }

  private void persons(ObjectNode persons) {
    certain(persons, "child", scene.get("child"));
    certain(persons, "abuser", "alleged_perpetrator");
    certain(persons, "guardian", "carer");
    for (int part : scene.parts()) {
      ObjectNode me = persons.putObject(person(part));
      copy("segment.person", part, me, "type");
      for (String name : List.of("plan", "match", "identifiers_conflict", "location_protected", "pds")) {
        copy("segment." + name, part, me, name);
      }
      String safe = scene.get("segment.safe_functions", part);
      if (!safe.equals(ABSENT)) {
        ArrayNode functions = me.putArray("safe_functions");
        if (safe.equals("all")) {
          Tables.names("functions").forEach(functions::add);
        }
      }
    }
  }

  private static void certain(ObjectNode persons, String name, String type) {
    persons.putObject(name).put("type", type).put("match", "certain");
  }

  private void relations(ArrayNode relations) {
    for (int part : scene.parts()) {
      for (List<String> one : SceneAttributes.FAMILIES.get(scene.get("segment.family", part))) {
        relations
            .addObject()
            .put("a", one.get(0).replace("me", person(part)))
            .put("rel", one.get(1))
            .put("b", one.get(2).replace("me", person(part)));
      }
    }
  }

  private void consents(ArrayNode consents) {
    for (int part : scene.parts()) {
      other(consents, part, scene.get("segment.other_consent", part));
      if (!scene.get("segment.consent", part).equals(ABSENT)) {
        consent(turned() ? consents.insertObject(0) : consents.addObject(), part);
      }
    }
  }

  private boolean turned() {
    return scene.parts().getFirst() > scene.parts().getLast();
  }

  private void consent(ObjectNode consent, int part) {
    consent.put("subject", about(part));
    copy("segment.consent", part, consent, "state");
    for (String name : List.of("kind", "authority", "competent_minor", "circumstances", "coercion")) {
      copy("segment.consent_" + name, part, consent, name);
    }
    boolean mine = scene.get("segment.consent_giver", part).equals("me");
    consent.put("giver", mine ? about(part) : "guardian");
    consent.put("at", now + SceneAttributes.MOMENTS.get(scene.get("segment.consent_at", part)));
    String expires = scene.get("segment.consent_expires", part);
    if (!expires.equals(ABSENT)) {
      consent.put("expires", now + SceneAttributes.MOMENTS.get(expires));
    }
    ObjectNode scope = consent.putObject("scope");
    String category = scene.get("segment.category", part);
    scope(scope, part, "purposes", List.of(scene.get("purpose")), "RESEARCH");
    scope(scope, part, "categories", List.of(category.equals(ABSENT) ? "unclassified" : category), "consent_record");
    scope(scope, part, "recipients", SceneAgreements.AGENCIES, "elsewhere");
    scope(scope, part, "about", List.of(about(part)), "somebody");
  }

  private void scope(ObjectNode scope, int part, String name, List<String> covered, String another) {
    switch (scene.get("segment.consent_" + name, part)) {
      case "this" -> covered.forEach(scope.putArray(name)::add);
      case "another" -> scope.putArray(name).add(another);
      default -> {}
    }
  }

  private void other(ArrayNode consents, int part, String what) {
    if (what.equals(ABSENT)) {
      return;
    }
    boolean attorney = what.endsWith("attorney");
    consents
        .addObject()
        .put("subject", about(part))
        .put("kind", "confidentiality")
        .put("state", what.startsWith("given") ? "given" : "refused")
        .put("giver", attorney ? "guardian" : about(part))
        .put("authority", attorney ? "attorney" : "self")
        .put("at", what.endsWith("before") ? now - 2 : now - 1)
        .put("circumstances", "alone")
        .put("coercion", "none");
  }

  private void risk(ObjectNode risk) {
    for (String name : List.of("rag", "immediate", "harm", "evidence", "more_detrimental")) {
      copy(name, 0, risk, name);
    }
    if (!scene.is("assessed", ABSENT)) {
      risk.put("assessed_at", now - SceneAttributes.AGES.get(scene.get("assessed")));
    }
    if (scene.is("at_risk", ABSENT)) {
      return;
    }
    ArrayNode to = risk.putArray("to");
    ArrayNode from = risk.putArray("from");
    if (scene.is("at_risk", "somebody")) {
      to.add("child");
      for (int part : scene.parts()) {
        switch (scene.get("segment.in_danger", part)) {
          case "at risk" -> to.add(about(part));
          case "who may do harm" -> from.add(about(part));
          default -> {}
        }
      }
    }
  }

  private void segments(ArrayNode segments) {
    for (int part : scene.parts()) {
      ObjectNode segment = segments.addObject().put("id", segment(part)).put("about", about(part));
      for (String name : List.of("category", "places", "standing", "labelled", "restrictions", "order")) {
        copy("segment." + name, part, segment, name);
      }
    }
  }

  private ObjectNode recipient(int one) {
    ObjectNode recipient = JsonNodeFactory.instance.objectNode();
    for (String name :
        List.of("agency", "kind", "function", "under_16LA", "verified", "areas", "more_links_unknown")) {
      copy("recipient." + name, one, recipient, name);
    }
    String link = scene.get("recipient.links", one);
    if (!link.equals(ABSENT)) {
      ArrayNode links = recipient.putArray("links");
      if (!link.equals("none")) {
        String whom = link.substring(link.indexOf(' ') + 1);
        links
            .addObject()
            .put("person", whom.equals("me") ? person(0) : whom)
            .put("link", link.substring(0, link.indexOf(' ')));
      }
    }
    return recipient;
  }

  private ArrayNode releases(int one) {
    ArrayNode releases = JsonNodeFactory.instance.arrayNode();
    String rule = scene.get("recipient.released", one);
    if (!rule.equals("nothing")) {
      for (int part : scene.parts()) {
        release(releases.addObject(), one, part, rule);
        if (scene.get("recipient.released_for_no_party_too", one).equals("true")) {
          release(turned() ? releases.insertObject(0) : releases.addObject(), one, part, "S3");
        }
      }
    }
    return releases;
  }

  private void release(ObjectNode release, int one, int part, String rule) {
    release
        .put("segment", segment(part))
        .put("rule", rule)
        .put("by", NAMED + "-1")
        .put("role", "duty_manager")
        .put("reason", NAMED)
        .put("at", now + SceneAttributes.MOMENTS.get(scene.get("recipient.released_at", one)));
    switch (scene.get("recipient.released_by", one)) {
      case "one person twice" -> release.put("second", NAMED + "-1");
      case "two persons" -> release.put("second", NAMED + "-2");
      default -> {}
    }
    switch (scene.get("recipient.released_to", one)) {
      case "its function" -> release.put("to_function", scene.get("recipient.function", one));
      case "another function" -> release.put("to_function", "nobody_here");
      default -> {}
    }
  }

  private void copy(String attribute, int place, ObjectNode into, String name) {
    JsonNode value = scene.value(attribute, place);
    if (!scene.get(attribute, place).equals(ABSENT)) {
      into.set(name, value);
    }
  }
}
