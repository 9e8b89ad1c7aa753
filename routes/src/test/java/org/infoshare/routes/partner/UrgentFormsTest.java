package org.infoshare.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infoshare.mapping.CanonicalJson;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.PartnerMapping;
import org.infoshare.mapping.cgl.CglMapping;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content;
import org.infoshare.model.Informing;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.Received;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An urgent message of which one value, whichever it is, has not the form that the contract asks for: it is taken, and what
 * stood there is kept for a person.
 */
class UrgentFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIGN = "\u00a7";
  private static final String WIDE_SPACE = "\u2003";
  private static final String TOO_LONG = SIGN.repeat(20_001);
  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)[^<>]*>([^<>\\s][^<>]*)</");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?<!xml) ((?!encoding)\\w+)=\"([^\":]+)\"");
  private static final Set<String> KNOWN_BY = Set.of("messageId", "caseReference", "id", "inReplyTo");
  private static final Set<String> REFS = Set.of("ref", "about", "from", "first", "second", "person", "client");

  private final String request = text("every-field.xml");
  private final String answer = text("every-field.json");

  @TestFactory
  Stream<DynamicTest> whichever_value_of_an_immediate_request_cannot_be_read() {
    return eachOf(request, "");
  }

  @TestFactory
  Stream<DynamicTest> whichever_value_of_a_red_request_cannot_be_read() {
    String red = request.replaceFirst("(?s)<immediateRisk.*</immediateRisk>", "").replace(
        "</levelOfHarm>", "</levelOfHarm><levelOfHarm about=\"p1\"><rating>red</rating></levelOfHarm>");
    return eachOf(red, "rating>red");
  }

  private Stream<DynamicTest> eachOf(String document, String urgentBy) {
    List<MatchResult> values = Stream.of(ELEMENT, ATTRIBUTE).flatMap(kind -> kind.matcher(document).results()).toList();
    assertThat(values).hasSizeGreaterThan(90);
    return values.stream()
        .filter(value -> urgentBy.isEmpty() || !value.group().contains(urgentBy))
        .map(
            value ->
                dynamicTest(
                    "%s at %d".formatted(value.group(1), value.start()),
                    () -> {
                      for (String bad : List.of(SIGN, TOO_LONG, "", WIDE_SPACE)) {
                        taken(value.group(1), bad, document.substring(0, value.start(2)) + bad + document.substring(value.end(2)));
                      }
                    }));
  }

  private static void taken(String field, String bad, String document) {
    if (KNOWN_BY.contains(field)) {
      assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> request(document));
    } else {
      assertKept(request(document), field, bad);
    }
  }

  private static void assertKept(CaseMessage message, String field, String bad) {
    assertThat(message.envelope().risk().urgent()).isTrue();
    assertThat(message.envelope().to()).isNotEmpty();
    if (!REFS.contains(field) && !bad.isBlank()) {
      String kept = text(message);
      assertThat(kept.contains(bad)).as("what stood there is kept").isTrue();
    }
  }

  private static String text(CaseMessage message) {
    var text = new StringBuilder(new String(CanonicalJson.write(message), StandardCharsets.UTF_8));
    for (Segment segment : message.segments()) {
      if (segment.content() instanceof Content.Unclassified kept) {
        text.append(new String(kept.bytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> whichever_value_of_a_red_answer_cannot_be_read() throws IOException {
    var places = new ArrayList<JsonPointer>();
    collect(JSON.readTree(answer), JsonPointer.empty(), places);
    assertThat(places).hasSizeGreaterThan(45);
    return places.stream()
        .filter(place -> !place.toString().equals("/triage/1/rating"))
        .map(
            place ->
                dynamicTest(
                    place.toString(),
                    () -> {
                      for (JsonNode bad : List.of(JSON.valueToTree(SIGN), JSON.valueToTree(TOO_LONG), JSON.valueToTree(""), JSON.valueToTree(WIDE_SPACE), JSON.valueToTree(4711), JSON.nullNode())) {
                        var changed = (ObjectNode) JSON.readTree(answer);
                        ((ObjectNode) changed.at(place.head())).set(place.last().getMatchingProperty(), bad);
                        answered(place.last().getMatchingProperty(), bad.isTextual() ? bad.asText() : "", changed.toString());
                      }
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"practitioner", "jointVisit", "riskSeen", "saidInTreatment", "links", "attachments", "informed"})
  void where_a_part_of_a_red_answer_should_stand_a_value_does(String part) throws IOException {
    for (JsonNode bad : List.of(JSON.valueToTree(SIGN), JSON.valueToTree(4711), JSON.nullNode())) {
      var changed = (ObjectNode) JSON.readTree(answer);
      assertThat(changed.has(part)).isTrue();
      changed.set(part, bad);
      answered(part, bad.asText(), changed.toString());
    }
  }

  private static void answered(String field, String bad, String document) {
    if (KNOWN_BY.contains(field)) {
      assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> answer(document));
    } else {
      // The place of a joint visit is carried to nobody, however it is written.
      assertKept(answer(document), field, field.equals("place") && bad.equals(SIGN) ? "" : bad);
    }
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> into) {
    if (node.isValueNode()) {
      into.add(at);
    }
    node.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), into));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), into);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<nhsNumber>9990000018<, <nhsNumber>999 000 0018<",
    "<nhsNumber>9990000018<, <nhsNumber>999000001<",
    "<postcode>ZZ99 3WZ<, <postcode>ZZ99-3WZ<",
    "<dateOfBirth>2021-03-04<, <dateOfBirth>04/03/2021<"
  })
  void the_same_in_a_request_that_is_not_urgent_is_refused_with_what_to_do(String good, String bad) {
    String calm = request.replaceFirst("(?s)<immediateRisk.*</immediateRisk>", "");
    assertThat(calm).contains(good);
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> request(calm.replace(good, bad)))
        .withMessageContaining("has not the form that the schema gives for it")
        .withMessageContaining(bad.substring(1, bad.indexOf('>')))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(MalformedMessage.Code.NOT_VALID))
        .withMessageNotContaining(bad.substring(bad.indexOf('>') + 1, bad.length() - 1));
  }

  @Test
  void what_would_keep_back_counts_as_said_where_it_cannot_be_read() {
    CaseMessage unread =
        request(
            request
                .replace("<locationProtected>false<", "<locationProtected>no<")
                .replace("<moreDetrimental>false<", "<moreDetrimental>no<")
                .replace("<objected>false<", "<objected>no<")
                .replace("<expires>2027-11-20T11:00:00Z<", "<expires>next autumn<"));

    assertThat(unread.envelope().family().persons().getFirst().locationProtected()).isTrue();
    assertThat(unread.envelope().risk().moreDetrimental()).isTrue();
    assertThat(unread.envelope().family().informing()).extracting(Informing::objected).containsExactly(true);
    assertThat(unread.envelope().family().consents()).as("until when it holds cannot be read").isEmpty();
  }

  @Test
  void a_refusal_counts_also_where_its_time_cannot_be_read() {
    CaseMessage refused =
        request(request.replace("<answer>given<", "<answer>refused<").replace("<at>2026-11-20T11:00:00Z<", "<at>Friday<"));

    assertThat(refused.envelope().family().consents())
        .isNotEmpty()
        .allMatch(consent -> consent.state() == ConsentState.REFUSED);
  }

  @Test
  void who_is_meant_stays_though_the_refs_have_another_form() {
    CaseMessage numbered = request(request.replace("\"p1\"", "\"1\"").replace("\"p2\"", "\"2\"").replace("\"p1 p2\"", "\"1 2\""));
    var child = numbered.envelope().family().persons().getFirst().id();

    assertThat(numbered.envelope().risk().to()).containsExactly(child);
    assertThat(numbered.envelope().family().relations()).allMatch(relation -> relation.b().equals(child));
    assertThat(numbered.segments()).extracting(Segment::content).noneMatch(one -> one instanceof Content.Unclassified kept && kept.fileName().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "<writtenOn>2026-11-23</writtenOn>, ''",
    "<moreDetrimental>, <worse/><moreDetrimental>",
    "<rating>amber</rating>, ''",
    "about=\"p2\">, about=\"p2\" by=\"p1\">"
  })
  void what_is_missing_or_unknown_is_refused_also_at_immediate_risk(String good, String bad) {
    assertThat(request).contains(good);
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> request(request.replace(good, bad)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(MalformedMessage.Code.NOT_VALID));
  }

  @Test
  void what_names_no_recipient_at_all_is_refused_also_at_immediate_risk() {
    assertThatExceptionOfType(MalformedMessage.class)
        .isThrownBy(() -> request(request.replace("<agency>cgl<", "<agency>C G L<")));
  }

  private static CaseMessage request(String xml) {
    return read(xml, "childrens-services", "", new ChildrensServicesFormat(), new ChildrensServicesMapping());
  }

  private static CaseMessage answer(String json) {
    return read(json, "cgl", "answers", new CglFormat(), new CglMapping());
  }

  private static <W> CaseMessage read(String text, String agency, String door, WireFormat<W> format, PartnerMapping<W> mapping) {
    var received = new Received(new AgencyId(agency), door, text.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-11-23T10:00:00Z"));
    return switch (format.read(received)) {
      case Incoming.Document<W>(W document, List<Segment> unread) -> UnreadParts.addedTo(mapping.toCanonical(document), unread);
      case Incoming.StatusQuestion<W> ignored -> throw new AssertionError("asks for nothing");
    };
  }

  private static String text(String name) {
    try (var in = UrgentFormsTest.class.getResourceAsStream("/urgent/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
