package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyRevisionsIT {

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void what_was_delivered_is_the_first_revision_and_no_second_start_changes_it() {
    assertThat(world.revisions.active()).isEmpty();
    String first =
        world.revisions.firstRevision(json("{\"need\": {\"a\": [1]}}"), json("{\"cgl\": {}}"));
    assertThat(first).startsWith("1-");
    assertThat(world.revisions.firstRevision(json("{}"), json("{}"))).isEqualTo(first);
    PolicyRevision active = world.revisions.active().orElseThrow();
    assertThat(active.revision()).isEqualTo(first);
    assertThat(active.tables()).isEqualTo(json("{\"need\": {\"a\": [1]}}"));
    assertThat(world.count("policy_revision")).isEqualTo(1);
  }

  @Test
  void a_new_revision_is_in_force_at_once_and_the_old_one_is_kept() {
    String first = world.revisions.firstRevision(json("{\"need\": {}}"), json("{}"));
    String second =
        world.revisions.activate(
            first,
            json("{\"need\": {\"tighter\": true}}"), json("{}"), "Ig Lead", "yearly review");
    assertThat(second).startsWith("2-").isNotEqualTo(first);
    assertThat(world.revisions.active().orElseThrow())
        .satisfies(
            active -> {
              assertThat(active.revision()).isEqualTo(second);
              assertThat(active.by()).isEqualTo("Ig Lead");
              assertThat(active.why()).isEqualTo("yearly review");
            });
    assertThat(world.revisions.find(first).orElseThrow().tables())
        .isEqualTo(json("{\"need\": {}}"));
  }

  @Test
  void the_same_content_is_seen_to_be_the_same_whatever_the_order_of_its_keys() {
    String first =
        world.revisions.firstRevision(json("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"), json("{}"));
    String second =
        world.revisions.activate(
            first,
            json("{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}"), json("{}"), "Ig Lead", "nothing new");
    assertThat(second.substring(2)).isEqualTo(first.substring(2));
  }

  @Test
  void of_two_changes_made_from_one_revision_the_second_is_told_and_changes_nothing() {
    String first = world.revisions.firstRevision(json("{\"need\": {}}"), json("{}"));
    String theirs =
        world.revisions.activate(
            first, json("{\"need\": {\"a\": 1}}"), json("{}"), "Gus", "yearly review");
    assertThatThrownBy(
            () ->
                world.revisions.activate(
                    first, json("{\"need\": {\"b\": 1}}"), json("{}"), "Ida", "a request"))
        .isInstanceOfSatisfying(
            RevisionMoved.class,
            moved -> {
              assertThat(moved.inForce().revision()).isEqualTo(theirs);
              assertThat(moved.inForce().by()).isEqualTo("Gus");
              assertThat(moved.inForce().why()).isEqualTo("yearly review");
            });
    assertThat(world.revisions.active().orElseThrow().revision()).isEqualTo(theirs);
    assertThat(world.count("policy_revision")).isEqualTo(2);
  }

  private static JsonNode json(String text) {
    return Rows.read(text, JsonNode.class);
  }
}
