package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.consent.words.Owner;
import org.infoshare.consent.words.Rag;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.consent.words.Where;

/**
 * The caller's own answer when the policy cannot be asked (rule ENG): nothing goes, everything
 * waits for a person, and a claimed immediate risk counts as one and reaches the duty team by a
 * second channel. What is owed whatever the policy would say is owed all the same. It is no decision
 * of the policy, holds for no time at all and names no revision.
 */
public final class UndecidedAnswer {

  /** The rule by which everything is held. */
  public static final String RULE = "ENG";

  private static final Verdict HELD =
      new Verdict(Where.HELD, new RuleName(RULE), Optional.empty(), false);

  /** What it names as revisions. */
  public static final Revisions NONE = new Revisions("none", "none");

  private final Map<String, JsonNode> tables;

  /**
   * @param tables what IG leads edit, by the name of the file
   */
  public UndecidedAnswer(Map<String, JsonNode> tables) {
    this.tables = Map.copyOf(tables);
  }

  /**
   * What a caller knows beside the risk that the message claims.
   *
   * @param circumstances as the table of obligations names them
   * @param bars that stand on a part, as the table of bars names them
   * @param consentToAskAgain whether there is a consent on a part that does not count: expired,
   *     coerced, or given by somebody without authority
   */
  public record Known(Set<String> circumstances, Set<String> bars, boolean consentToAskAgain) {

    public Known {
      circumstances = Set.copyOf(circumstances);
      bars = Set.copyOf(bars);
    }
  }

  /** The answer to a request, by the tables that this version was built with. */
  public static Decision to(DisclosureRequest request) {
    var packaged = Packaged.ANSWER;
    return packaged.to(request, packaged.stated(request));
  }

  private static final class Packaged {
    static final UndecidedAnswer ANSWER = new UndecidedAnswer(PolicyFiles.packaged().tables());
  }

  /** The answer to a request of which this is known without the policy. */
  public Decision to(DisclosureRequest request, Known known) {
    return new Decision(
        Outcome.HOLD,
        request.segments().stream()
            .map(DisclosureRequest.Segment::id)
            .collect(Collectors.toMap((SegmentRef id) -> id, id -> HELD)),
        obligations(request, known),
        request.now(),
        JsonNodeFactory.instance.objectNode(),
        NONE);
  }

  /** What the request itself states: the rest is for the policy to find. */
  private Known stated(DisclosureRequest request) {
    var restrictions =
        request.segments().stream()
            .flatMap(segment -> segment.restrictions().stream())
            .map(restriction -> restriction.word())
            .collect(Collectors.toSet());
    return new Known(
        request.setByPerson().stream().map(SetByPerson::word).collect(Collectors.toSet()),
        bars(row -> restrictions.contains(row.path("restriction").asText())),
        false);
  }

  private List<Obligation> obligations(DisclosureRequest request, Known known) {
    var codes = new LinkedHashSet<String>(risk(request));
    if (request.informed().unsafe()) {
      codes.add("O4");
    }
    if (request.sender().overrideState().filter(s -> s != OverrideState.NORMAL).isPresent()) {
      codes.add("O22");
    }
    if (!bars(row -> known.bars().contains(row.get("bar").textValue())).isEmpty()) {
      codes.add("O13");
    }
    if (known.consentToAskAgain()) {
      codes.add("O12");
    }
    codes.addAll(follow(known.circumstances()));
    Level level = Level.of(request.risk());
    var owed = new ArrayList<Obligation>();
    codes.forEach(code -> owed.add(owed(code, level)));
    return owed;
  }

  private Collection<String> risk(DisclosureRequest request) {
    DisclosureRequest.Risk risk = request.risk();
    if (risk.immediate()) {
      return List.of("O1", "O14", "H15m", "O21");
    }
    return switch (risk.rag()) {
      case RED -> List.of(fresh(request) ? "O1" : "O27", "H1h");
      case UNKNOWN -> List.of("H1h");
      case AMBER -> List.of("H1d");
      case GREEN -> List.of("H5d");
    };
  }

  private boolean fresh(DisclosureRequest request) {
    var limit = Duration.ofDays(tables.get("clocks").at("/stale_after_days/red").longValue());
    return request
        .risk()
        .assessedAt()
        .filter(at -> !at.isAfter(request.now()) && !at.isBefore(request.now().minus(limit)))
        .isPresent();
  }

  private Set<String> follow(Set<String> circumstances) {
    JsonNode table = tables.get("obligations").get("circumstances");
    var codes = new TreeSet<String>();
    circumstances.forEach(
        circumstance -> table.path(circumstance).forEach(code -> codes.add(code.textValue())));
    return codes;
  }

  /** The names of the bars of these rows that somebody advises on: a silent one stays silent. */
  private Set<String> bars(Predicate<JsonNode> wanted) {
    var names = new TreeSet<String>();
    for (JsonNode row : tables.get("bars").get("bars")) {
      if (wanted.test(row) && !row.path("silent").asBoolean()) {
        names.add(row.get("bar").textValue());
      }
    }
    return names;
  }

  /** The columns of the table of obligations that hold for a risk, the nearest first. */
  private enum Level {
    IMMEDIATE("immediate", "red", "else"),
    RED("red", "else"),
    OTHER("else");

    private final List<String> columns;

    Level(String... columns) {
      this.columns = List.of(columns);
    }

    static Level of(DisclosureRequest.Risk risk) {
      if (risk.immediate()) {
        return IMMEDIATE;
      }
      return risk.rag() == Rag.RED ? RED : OTHER;
    }
  }

  private Obligation owed(String code, Level level) {
    JsonNode row = tables.get("obligations").get("obligations").get(code);
    boolean mayFollow = level == Level.IMMEDIATE && row.has("immediate");
    return new Obligation(
        PolicyJson.mapper().convertValue(code, ObligationCode.class),
        PolicyJson.mapper().convertValue(row.get("owner"), Owner.class),
        new Due(mayFollow ? row.get("immediate").textValue() : due(row, level)),
        !mayFollow && row.path("before_sending").asBoolean(),
        row.path("silent").asBoolean(),
        row.path("repeats").asBoolean());
  }

  private static String due(JsonNode row, Level level) {
    JsonNode due = row.path("due");
    if (due.isTextual()) {
      return due.textValue();
    }
    return level.columns.stream()
        .map(due::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse(row.path("with_message").asBoolean() ? "with_message" : "before_sending");
  }
}
