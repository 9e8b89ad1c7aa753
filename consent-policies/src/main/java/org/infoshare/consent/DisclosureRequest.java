package org.infoshare.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infoshare.consent.words.AccountRef;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.AgencyRef;
import org.infoshare.consent.words.AreaName;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.Circumstances;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.CourtOrder;
import org.infoshare.consent.words.FunctionName;
import org.infoshare.consent.words.HarmType;
import org.infoshare.consent.words.LegalRequest;
import org.infoshare.consent.words.LinkKind;
import org.infoshare.consent.words.Match;
import org.infoshare.consent.words.MessageKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.PdsFlag;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.Plan;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.RelationKind;
import org.infoshare.consent.words.Restriction;
import org.infoshare.consent.words.RoleName;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.consent.words.Standing;

/**
 * What the policy is told about one message and one recipient: attributes only, never a name, an
 * address or a narrative. Times are passed in, to the second, so that a decision can be made again.
 *
 * <p>An absent list is an empty one, but for {@link Recipient#links()}: there absent means that
 * nobody knows. The order of lists has no meaning.
 *
 * @param now the moment that the decision is for
 * @param decisionMaker the named person behind the message, where one decided
 * @param childAreas the areas in which the children of the case live
 * @param persons the persons of the case; a segment about anybody else is about a third party
 * @param releases what named persons released so far; the newest for a segment and a rule counts
 */
public record DisclosureRequest(
    Instant now,
    Phase phase,
    Message message,
    Optional<DecisionMaker> decisionMaker,
    Sender sender,
    Recipient recipient,
    Set<AreaName> childAreas,
    Map<PersonRef, Person> persons,
    List<Relation> relations,
    List<Consent> consents,
    Risk risk,
    List<Segment> segments,
    List<Release> releases,
    Set<SetByPerson> setByPerson,
    Informed informed) {

  public DisclosureRequest {
    childAreas = Absent.asEmpty(childAreas);
    persons = Absent.asEmpty(persons);
    relations = Absent.asEmpty(relations);
    consents = Absent.asEmpty(consents);
    segments = Absent.asEmpty(segments);
    releases = Absent.asEmpty(releases);
    setByPerson = Absent.asEmpty(setByPerson);
    informed = informed == null ? new Informed(false) : informed;
  }

  /** The whole request as the policy reads it, keys and lists in a fixed order. */
  public String canonicalJson() {
    return CanonicalJson.of(PolicyJson.tree(this));
  }

  /**
   * SHA-256, in hexadecimal, over the canonical form without {@code now} and {@code phase}: two
   * requests with the same hash rest on the same facts.
   */
  public String hash() {
    return CanonicalJson.sha256(PolicyJson.tree(this).without(List.of("now", "phase")));
  }

  /** Says what was asked, never about whom. */
  @Override
  public String toString() {
    return "DisclosureRequest[%s, %s, to %s/%s, %d segments]"
        .formatted(
            message.kind().word(),
            message.purpose().word(),
            recipient.agency(),
            recipient.function(),
            segments.size());
  }

  /**
   * What the message is and why it is sent.
   *
   * @param requestedUnder the enactment under which the recipient asked for it
   */
  public record Message(
      MessageKind kind,
      Purpose purpose,
      Optional<LegalRequest> requestedUnder,
      boolean aboutAnotherAgencysRecord,
      boolean objectionArt21) {}

  /**
   * Who decided that this should be shared.
   *
   * @param necessity whether they said that it is necessary; empty where they were not asked
   * @param proportionality whether they said that it is proportionate; empty as well
   */
  public record DecisionMaker(
      AccountRef person,
      RoleName role,
      Instant at,
      Optional<Boolean> necessity,
      Optional<Boolean> proportionality) {}

  /**
   * Who sends.
   *
   * @param under16LA whether section 16LA of the Children Act 2004 lists the sender
   */
  public record Sender(
      AgencyRef agency,
      AgencyKind kind,
      FunctionName function,
      RoleName role,
      @JsonProperty("under_16LA") boolean under16LA,
      boolean publicAuthority,
      Optional<OverrideState> overrideState) {}

  /**
   * Who is to receive it.
   *
   * @param verified whether the team was reached on a number or address that is known to be its own
   * @param links how its organisation is linked to persons of the case; absent: nobody knows
   * @param moreLinksUnknown whether these links are some only, and of others nobody knows: what is
   *     known bars, and for the rest the links are unknown
   */
  public record Recipient(
      AgencyRef agency,
      AgencyKind kind,
      FunctionName function,
      @JsonProperty("under_16LA") boolean under16LA,
      boolean verified,
      Set<AreaName> areas,
      Optional<List<Link>> links,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean moreLinksUnknown) {

    public Recipient {
      areas = Absent.asEmpty(areas);
      links = links == null ? Optional.empty() : links.map(List::copyOf);
    }
  }

  /** A recipient's organisation has to do with this person. */
  public record Link(PersonRef person, LinkKind link) {}

  /**
   * A person of the case.
   *
   * @param age in whole years, where it is known
   * @param safeFunctions functions that may know where a protected person is
   */
  public record Person(
      PersonType type,
      Optional<Integer> age,
      Optional<Plan> plan,
      Match match,
      boolean identifiersConflict,
      boolean locationProtected,
      Optional<PdsFlag> pds,
      Set<FunctionName> safeFunctions) {

    public Person {
      safeFunctions = Absent.asEmpty(safeFunctions);
    }
  }

  /** How {@code a} stands to {@code b}. */
  public record Relation(PersonRef a, RelationKind rel, PersonRef b) {}

  /** What somebody said, once, about sharing a person's information. */
  public record Consent(
      PersonRef subject,
      ConsentKind kind,
      ConsentState state,
      PersonRef giver,
      Authority authority,
      Optional<Scope> scope,
      Instant at,
      Optional<Instant> expires,
      boolean competentMinor,
      Circumstances circumstances,
      Coercion coercion) {}

  /** What a consent is for; an empty set covers everything of its kind. */
  public record Scope(
      Set<Purpose> purposes,
      Set<Category> categories,
      Set<AgencyRef> recipients,
      Set<PersonRef> about) {

    public Scope {
      purposes = Absent.asEmpty(purposes);
      categories = Absent.asEmpty(categories);
      recipients = Absent.asEmpty(recipients);
      about = Absent.asEmpty(about);
    }
  }

  /** How great the danger is, to whom and from whom, and since when that is known. */
  public record Risk(
      Rag rag,
      boolean immediate,
      Set<PersonRef> to,
      Set<PersonRef> from,
      Set<HarmType> harm,
      Optional<Instant> assessedAt,
      boolean evidence,
      boolean moreDetrimental) {

    public Risk {
      to = Absent.asEmpty(to);
      from = Absent.asEmpty(from);
      harm = Absent.asEmpty(harm);
    }
  }

  /**
   * One part of the message, described.
   *
   * @param category absent, or unclassified: nobody knows what is in it
   * @param places whether it says where somebody can be found, whatever its category
   * @param labelled what the sender's form calls it, where that may differ from what it is
   */
  public record Segment(
      SegmentRef id,
      Optional<Category> category,
      PersonRef about,
      boolean places,
      Standing standing,
      Optional<Standing> labelled,
      Optional<Instant> asOf,
      Set<Restriction> restrictions,
      Optional<CourtOrder> order) {

    public Segment {
      restrictions = Absent.asEmpty(restrictions);
    }
  }

  /**
   * A named person released what a rule held back, to one function.
   *
   * @param rule the row that held the part when the person looked at it
   * @param second the second person, whom a location needs
   */
  public record Release(
      SegmentRef segment,
      RuleName rule,
      AccountRef by,
      Optional<AccountRef> second,
      RoleName role,
      String reason,
      Instant at,
      Optional<FunctionName> toFunction) {

    /** Without the reason, which may name people. */
    @Override
    public String toString() {
      return "Release[%s, %s, by %s]".formatted(segment, rule, by);
    }
  }

  /** Whether it would be unsafe to tell the persons concerned. */
  public record Informed(boolean unsafe) {}
}
