package org.infoshare.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.infoshare.gateway.CapturedLog;
import org.infoshare.gateway.journey.WrittenReadings.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder of {@code journeys}, through the whole application: what each agency was
 * sent and that it was sent nothing else, what was held and why, who was told by e-mail. Then every
 * decision of all of them is made again.
 */
@Tag("journey")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

  @TempDir static Path folder;
  private static Stage stage;
  private static CapturedLog log;

  @BeforeAll
  static void open() {
    stage = Stage.open(folder);
    log = CapturedLog.begin();
  }

  @AfterAll
  static void close() {
    log.close();
    stage.close();
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> every_journey_ends_as_its_folder_says() throws Exception {
    return Journey.all().stream()
        .map(journey -> DynamicTest.dynamicTest(journey.name(), () -> new Played(stage, journey).endsAsItsFolderSays()));
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> what_was_reprimanded_elsewhere_is_stopped_and_its_harmless_twin_passes()
      throws Exception {
    return Reprimand.all().stream()
        .flatMap(
            reprimand ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        reprimand.name() + " is stopped", () -> stopped(reprimand)),
                    DynamicTest.dynamicTest(
                        reprimand.name() + ", the harmless twin", () -> passes(reprimand.twin()))));
  }

  @Order(2)
  @Test
  void every_decision_of_the_journeys_is_made_again_from_its_record_and_is_the_same()
      throws Exception {
    var again = new DecidedAgain(stage);

    assertThat(again.decisions()).isGreaterThan(Journey.all().size());
    assertThat(again.thatDiffer()).isEmpty();
  }

  @Order(3)
  @Test
  void no_reading_of_a_decision_says_what_a_message_says() throws Exception {
    List<Written> readings = new WrittenReadings(stage).all();

    assertThat(readings).hasSizeGreaterThan(Journey.all().size());
    assertThat(readings)
        .allSatisfy(
            written -> {
              assertThat(written.lines()).isNotEmpty();
              assertThat(written.values()).isNotEmpty();
            });
    assertThat(readings).filteredOn(Written::leaks).extracting(Written::decision).isEmpty();
  }

  @Order(4)
  @Test
  void each_value_of_a_case_is_found_when_a_reading_says_it() {
    for (Written written : new WrittenReadings(stage).all()) {
      assertThat(written.values())
          .filteredOn(value -> value.value().value().replaceAll("\\W", "").length() > 12)
          .filteredOn(value -> value.value().value().matches(".*\\d.*"))
          .allSatisfy(
              value ->
                  assertThat(
                          written.with("It went to " + value.value().value().toUpperCase()).leaks())
                      .as(value.kind().name())
                      .isTrue());
    }
  }

  @Order(5)
  @Test
  void no_log_names_anybody_of_any_journey_whatever_became_of_it() throws Exception {
    List<String> lines = log.lines();
    for (String became : List.of("Delivered", "Refused", "Failed", "Unknown", "GUARD stopped")) {
      assertThat(lines).as("that is among what was played").anyMatch(line -> line.contains(became));
    }
    Set<String> personal = new TreeSet<>(Set.of("Sample-", "ZZ99"));
    played()
        .flatMap(journey -> journey.documents().stream())
        .map(CapturedLog::personalIn)
        .forEach(personal::addAll);
    assertThat(personal).hasSizeGreaterThan(200);
    Map<String, String> beside = stage.logs();
    assertThat(beside.values()).as("the other processes log, too").noneMatch(String::isBlank);
    for (String value : personal) {
      assertThat(lines).as("a value of a journey").noneMatch(line -> line.contains(value));
      beside.forEach((file, text) -> assertThat(text).as(file).doesNotContain(value));
    }
  }

  private static Stream<Journey> played() throws Exception {
    return Stream.concat(
        Journey.all().stream(),
        Reprimand.all().stream()
            .flatMap(reprimand -> Stream.of(reprimand.stopped(), reprimand.twin())));
  }

  private static void stopped(Reprimand reprimand) throws Exception {
    new Played(stage, reprimand.stopped()).endsAsItsFolderSays();
    new Answered(stage, reprimand).isAnswered();
  }

  private static void passes(Journey twin) throws Exception {
    var played = new Played(stage, twin);
    played.endsAsItsFolderSays();
    assertThat(played.heldByControls()).isEmpty();
  }
}
