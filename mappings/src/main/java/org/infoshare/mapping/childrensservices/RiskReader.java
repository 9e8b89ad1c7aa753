package org.infoshare.mapping.childrensservices;

import static org.infoshare.mapping.Reading.fields;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.mapping.Codes;
import org.infoshare.mapping.PartLabels;
import org.infoshare.mapping.Reading;
import org.infoshare.mapping.childrensservices.wire.ImmediateRisk;
import org.infoshare.mapping.childrensservices.wire.LevelOfHarm;
import org.infoshare.model.Content;
import org.infoshare.model.Content.HarmRating.RatedBy;
import org.infoshare.model.Content.RiskStatement.Topic;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Rag;
import org.infoshare.model.Risk;
import org.infoshare.model.Standing;

/**
 * Reads levels of harm and the claim of immediate risk: segments for each child, and the risk of
 * the message, which is that of the child who is rated worst.
 */
final class RiskReader {

  private static final List<Rag> WORST_FIRST = List.of(Rag.RED, Rag.AMBER, Rag.GREEN, Rag.UNKNOWN);

  private final FamilyReader family;
  private final Reading reading;
  private final Set<PersonId> to = new LinkedHashSet<>();
  private final Set<PersonId> from = new LinkedHashSet<>();
  private final Set<String> harms = new LinkedHashSet<>();
  private Rag worst = Rag.UNKNOWN;
  private Optional<Instant> assessed = Optional.empty();

  RiskReader(FamilyReader family, Reading reading) {
    this.family = family;
    this.reading = reading;
  }

  /**
   * @param claim null where no immediate risk is claimed
   */
  Risk read(List<LevelOfHarm> levels, ImmediateRisk claim, boolean moreDetrimental) {
    levels.forEach(this::readLevel);
    var evidence = claim != null && readClaim(claim);
    return new Risk(
        worst,
        claim != null,
        List.copyOf(to),
        List.copyOf(from),
        List.copyOf(harms),
        claim == null ? assessed : instant(claim.getAssessedAt()),
        evidence,
        moreDetrimental);
  }

  private void readLevel(LevelOfHarm level) {
    var children = family.persons(level.getAbout(), "levelOfHarm/@about");
    var sources = family.persons(level.getFrom(), "levelOfHarm/@from");
    var assessedAt = instant(level.getAssessedAt());
    var kinds = harms(level.getHarm(), "levelOfHarm/harm", children.getFirst());
    for (PersonId child : children) {
      var rating =
          reading.read(
              child,
              fields("rating", level.getRating(), "assessedAt", level.getAssessedAt()),
              () -> Codes.RATING.read("levelOfHarm/rating", level.getRating()));
      rating.ifPresent(
          rag -> {
            count(rag, assessedAt);
            reading.add(
                child,
                "rating",
                Standing.OPINION,
                PartLabels.NONE,
                false,
                new Content.HarmRating(rag, RatedBy.SOCIAL_WORKER));
          });
      if (!kinds.isEmpty() || !sources.isEmpty()) {
        addHarm(child, false, kinds, sources, assessedAt, PartLabels.NONE);
      }
    }
    to.addAll(children);
    from.addAll(sources);
    harms.addAll(kinds);
  }

  /** Whether a reason was given. */
  private boolean readClaim(ImmediateRisk claim) {
    var atRisk = family.persons(claim.getAbout(), "immediateRisk/@about");
    var sources = family.persons(claim.getFrom(), "immediateRisk/@from");
    var kinds = harms(claim.getHarm(), "immediateRisk/harm", atRisk.getFirst());
    var labels = PartLabels.of(claim.getStanding(), claim.getAsOf());
    var why = Personal.of(claim.getWhy());
    for (PersonId person : atRisk) {
      addHarm(person, true, kinds, sources, instant(claim.getAssessedAt()), labels);
      why.ifPresent(
          reason ->
              reading.add(
                  person,
                  "immediate",
                  Standing.OPINION,
                  labels,
                  Boolean.TRUE.equals(claim.isNamesPlace()),
                  new Content.RiskStatement(Topic.IMMEDIATE_RISK, reason)));
    }
    to.addAll(atRisk);
    from.addAll(sources);
    harms.addAll(kinds);
    return why.isPresent();
  }

  private void addHarm(
      PersonId person,
      boolean immediate,
      List<String> kinds,
      List<PersonId> sources,
      Optional<Instant> at,
      PartLabels labels) {
    reading.add(
        person,
        immediate ? "immediate-risk" : "risk",
        Standing.OPINION,
        labels,
        false,
        new Content.RiskOfHarm(immediate, kinds, sources, at));
  }

  private List<String> harms(List<String> codes, String where, PersonId about) {
    var known = new ArrayList<String>();
    for (String code : codes) {
      reading
          .read(about, fields("harm", code), () -> Codes.HARM.read(where, code))
          .ifPresent(known::add);
    }
    return known.stream().distinct().toList();
  }

  private void count(Rag rag, Optional<Instant> at) {
    int order = Integer.compare(WORST_FIRST.indexOf(rag), WORST_FIRST.indexOf(worst));
    if (order < 0
        || order == 0 && at.isPresent() && at.get().isAfter(assessed.orElse(Instant.MIN))) {
      worst = rag;
      assessed = at;
    }
  }

  private static Optional<Instant> instant(OffsetDateTime moment) {
    return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
  }
}
