package org.infoshare.consent.cases;

import static org.infoshare.consent.cases.Attribute.ABSENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.infoshare.consent.cases.Attribute.Words;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.Circumstances;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.CourtOrder;
import org.infoshare.consent.words.LegalRequest;
import org.infoshare.consent.words.LinkKind;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.PdsFlag;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Plan;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.consent.words.Standing;
import org.infoshare.consent.words.Word;

/** All that the policy looks at in a message, and all that each of it can be. */
final class SceneAttributes {

  static final String JUST_PAST = "a second ago";
  static final String NOW = "this second";
  static final String SOON = "in a second";

  /** Seconds after now. */
  static final Map<String, Long> MOMENTS = Map.of(JUST_PAST, -1L, NOW, 0L, SOON, 1L);

  static final String BEFORE_LAW = "a second before the new law";
  static final String BEFORE_AGREEMENTS = "a second before agreements begin and end";

  /** When a scene is set, in seconds after the moment around which it is. */
  static final Map<String, Long> SET = set();

  /** Any of those who may declare an immediate risk; in each scene another. */
  static final String MAY_CLAIM = "one that may claim";

  /** Seconds that lie between a moment and now; those after now are less than nothing. */
  static final Map<String, Long> AGES = ages();

  /** How a part's person stands to the others: "me" to the child, to who may do harm, or to a guardian. */
  static final Map<String, List<List<String>>> FAMILIES = families();

  static final List<Attribute> ALL = all();

  private SceneAttributes() {}

  private static List<Attribute> all() {
    var all = new ArrayList<Attribute>();
    message(all);
    recipient(all);
    part(all);
    consent(all);
    return List.copyOf(all);
  }

  private static void message(List<Attribute> all) {
    all.add(Attribute.of("kind", "concern", MessageKind.values()));
    all.add(Attribute.of("purpose", "CP_ENQUIRY", Purpose.values()));
    all.add(Attribute.of("requested_under", ABSENT, LegalRequest.values()));
    all.add(Attribute.of("about_another_agencys_record", false, true, ABSENT));
    all.add(Attribute.of("objection_art21", false, true, ABSENT));
    all.add(Attribute.of("decision_maker", "named", ABSENT));
    all.add(Attribute.of("sender_kind", "la_csc", AgencyKind.values()));
    all.add(Attribute.of("sender_role", MAY_CLAIM, "receptionist"));
    all.add(Attribute.of("sender_under_16LA", true, false));
    all.add(Attribute.of("sender_public_authority", true, false));
    all.add(Attribute.of("sender_override_state", "normal", OverrideState.values(), ABSENT));
    all.add(Attribute.of("child_areas", List.of(), List.of("central"), List.of("west"), ABSENT));
    all.add(Attribute.of("rag", "amber", Rag.values()));
    all.add(Attribute.of("immediate", false, true, ABSENT));
    all.add(Attribute.of("at_risk", "somebody", "nobody", ABSENT));
    all.add(
        Attribute.of("harm", List.of("neglect"), List.of(), one(Tables.names("harm"))));
    all.add(Attribute.of("evidence", true, false, ABSENT));
    all.add(Attribute.of("assessed", new Words(List.copyOf(AGES.keySet())), ABSENT));
    all.add(Attribute.of("more_detrimental", false, true, ABSENT));
    all.add(Attribute.of("set_by_person", List.of(), one(words(SetByPerson.values()))));
    all.add(Attribute.of("telling_is_unsafe", false, true));
    all.add(Attribute.of("child", "index_child", "sibling", "unborn", "household"));
    all.add(Attribute.of("it", new Words(List.copyOf(SET.keySet()))));
  }

  private static void recipient(List<Attribute> all) {
    all.add(Attribute.of("recipient.agency", new Words(SceneAgreements.AGENCIES)));
    all.add(Attribute.of("recipient.kind", "la_csc", AgencyKind.values()));
    all.add(
        Attribute.of("recipient.function", new Words(Tables.names("functions")), "unheard_of"));
    all.add(Attribute.of("recipient.under_16LA", true, false));
    all.add(Attribute.of("recipient.verified", true, false));
    all.add(
        Attribute.of(
            "recipient.areas", List.of(), List.of("central", "east"), List.of("east"), ABSENT));
    all.add(Attribute.of("recipient.links", "none", links(), ABSENT));
    all.add(Attribute.of("recipient.more_links_unknown", false, true, ABSENT));
    all.add(Attribute.of("recipient.released", "nothing", new Words(releasable())));
    all.add(Attribute.of("recipient.released_by", "one person", "one person twice", "two persons"));
    all.add(Attribute.of("recipient.released_to", "its function", "another function", ABSENT));
    all.add(Attribute.of("recipient.released_at", JUST_PAST, NOW, SOON));
    all.add(Attribute.of("recipient.released_for_no_party_too", false, true));
  }

  private static void part(List<Attribute> all) {
    all.add(Attribute.of("segment.category", "education", Category.values(), ABSENT));
    all.add(Attribute.of("segment.places", false, true, ABSENT));
    all.add(Attribute.of("segment.standing", Standing.values()));
    all.add(Attribute.of("segment.labelled", ABSENT, Standing.values()));
    all.add(
        Attribute.of(
            "segment.restrictions",
            List.of(),
            List.of("court_order"),
            List.of("legal_privilege"),
            List.of("court_order", "legal_privilege"),
            ABSENT));
    all.add(Attribute.of("segment.order", ABSENT, CourtOrder.values()));
    all.add(Attribute.of("segment.about", "me", "a stranger"));
    all.add(Attribute.of("segment.person", "parent", PersonType.values()));
    all.add(Attribute.of("segment.plan", "none", Plan.values(), ABSENT));
    all.add(Attribute.of("segment.match", "certain", "possible"));
    all.add(Attribute.of("segment.identifiers_conflict", false, true, ABSENT));
    all.add(Attribute.of("segment.location_protected", false, true, ABSENT));
    all.add(Attribute.of("segment.pds", "none", PdsFlag.values(), ABSENT));
    all.add(Attribute.of("segment.safe_functions", "none", "all", ABSENT));
    all.add(Attribute.of("segment.in_danger", "not", "at risk", "who may do harm"));
    all.add(Attribute.of("segment.family", new Words(List.copyOf(FAMILIES.keySet()))));
  }

  private static void consent(List<Attribute> all) {
    all.add(Attribute.of("segment.consent", ABSENT, ConsentState.values()));
    all.add(Attribute.of("segment.consent_kind", "confidentiality", ConsentKind.values()));
    all.add(Attribute.of("segment.consent_giver", "me", "guardian"));
    all.add(Attribute.of("segment.consent_authority", "self", Authority.values()));
    for (String part : List.of("purposes", "categories", "recipients", "about")) {
      all.add(Attribute.of("segment.consent_" + part, "any", "this", "another"));
    }
    all.add(Attribute.of("segment.consent_at", JUST_PAST, NOW, SOON));
    all.add(Attribute.of("segment.consent_expires", ABSENT, SOON, NOW, JUST_PAST));
    all.add(Attribute.of("segment.consent_competent_minor", false, true, ABSENT));
    all.add(Attribute.of("segment.consent_circumstances", "alone", Circumstances.values()));
    all.add(Attribute.of("segment.consent_coercion", "none", Coercion.values()));
    all.add(
        Attribute.of(
            "segment.other_consent",
            ABSENT,
            "given by an attorney",
            "refused by an attorney",
            "given by me before",
            "refused by me at the same moment"));
  }

  private static Map<String, Long> ages() {
    long day = Tables.at("immediate", "assessed_within_hours").asLong() * 3600;
    long stale = Tables.at("stale_after_days", "red").asLong() * 86_400;
    var ages = new LinkedHashMap<String, Long>();
    ages.put(JUST_PAST, 1L);
    ages.put(NOW, 0L);
    ages.put(SOON, -1L);
    around(ages, "the time of an immediate claim", day);
    around(ages, "the time of a red rating", stale);
    return ages;
  }

  private static Map<String, Long> set() {
    long week = 7 * 86_400;
    var set = new LinkedHashMap<String, Long>();
    set.put("a second after the new law", 1L);
    set.put("as the new law comes into force", 0L);
    set.put(BEFORE_LAW, -1L);
    set.put("a second after agreements begin and end", week + 1);
    set.put("as agreements begin and end", week);
    set.put(BEFORE_AGREEMENTS, week - 1);
    return set;
  }

  private static void around(Map<String, Long> ages, String what, long seconds) {
    ages.put("a second within " + what, seconds - 1);
    ages.put("at the last second of " + what, seconds);
    ages.put("a second after " + what, seconds + 1);
  }

  private static Map<String, List<List<String>>> families() {
    var families = new LinkedHashMap<String, List<List<String>>>();
    families.put("nobody's", List.of());
    families.put("abused", List.of(List.of("abuser", "alleged_abuser_of", "me")));
    families.put("abusing the child", List.of(List.of("me", "alleged_abuser_of", "child")));
    families.put(
        "abused and abusing",
        List.of(
            List.of("abuser", "alleged_abuser_of", "me"),
            List.of("me", "alleged_abuser_of", "abuser")));
    families.put(
        "abused at home",
        List.of(List.of("abuser", "alleged_abuser_of", "me"), List.of("me", "lives_with", "abuser")));
    families.put("living with the child", List.of(List.of("me", "lives_with", "child")));
    families.put(
        "living with the abused child",
        List.of(
            List.of("abuser", "alleged_abuser_of", "child"), List.of("child", "lives_with", "me")));
    families.put(
        "parent of the abused child",
        List.of(
            List.of("abuser", "alleged_abuser_of", "child"), List.of("me", "parent_of", "child")));
    families.put("speaking for the child", List.of(List.of("me", "pr_for", "child")));
    families.put(
        "partner of the child's abuser",
        List.of(
            List.of("abuser", "alleged_abuser_of", "child"), List.of("me", "partner_of", "abuser")));
    families.put("relative of an abuser", List.of(List.of("abuser", "relative_of", "me")));
    families.put("associate of an abuser", List.of(List.of("me", "associate_of", "abuser")));
    families.put("spoken for", List.of(List.of("guardian", "pr_for", "me")));
    families.put(
        "abused and spoken for",
        List.of(
            List.of("abuser", "alleged_abuser_of", "me"), List.of("guardian", "pr_for", "me")));
    return families;
  }

  /** Each kind of link to who may do harm, and some to others. */
  private static Words links() {
    var links = new ArrayList<String>();
    for (String kind : words(LinkKind.values())) {
      links.add(kind + " abuser");
    }
    links.addAll(List.of("treats me", "supports child", "employs guardian", "related me"));
    return new Words(links);
  }

  /** Every row that a person may answer, and two that nobody may. */
  private static List<String> releasable() {
    var rules = new ArrayList<>(List.of("B.location", "U1", "HR", "N0", "X3", "X4", "X5"));
    rules.addAll(List.of("L5", "L9", "S2", "S3", "S4", "C:not_asked", "C:conflict", "C:refused"));
    rules.addAll(List.of("R1", "B.court_order"));
    return rules;
  }

  private static List<String> words(Word[] words) {
    return Stream.of(words).map(Word::word).toList();
  }

  private static Words one(List<String> words) {
    return new Words(words.stream().map(List::of).toList());
  }
}
