package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DisclosureRequestTest {

  @Test
  void the_hash_does_not_depend_on_the_moment_the_phase_or_the_order_of_lists() {
    ObjectNode later = Requests.tree().put("now", 1795400000).put("phase", "retry");
    assertThat(Requests.read(later).hash()).isEqualTo(Requests.referral().hash());
    ObjectNode turned = Requests.tree();
    var segments = new ArrayList<JsonNode>();
    turned.get("segments").forEach(segments::add);
    Collections.reverse(segments);
    turned.putArray("segments").addAll(segments);
    assertThat(Requests.read(turned).hash()).isEqualTo(Requests.referral().hash());
  }

  @Test
  void the_hash_depends_on_every_fact() {
    List<Consumer<ObjectNode>> changes =
        List.of(
            tree -> tree.withObject("/risk").put("rag", "red"),
            tree -> tree.withObject("/recipient").put("verified", false),
            tree -> tree.withObject("/persons/p2").put("match", "possible"),
            tree -> tree.putArray("consents"),
            tree -> tree.withObject("/recipient").remove("links"));
    for (Consumer<ObjectNode> change : changes) {
      ObjectNode tree = Requests.tree();
      change.accept(tree);
      assertThat(Requests.read(tree).hash()).isNotEqualTo(Requests.referral().hash());
    }
  }

  @Test
  void links_that_nobody_knows_are_not_links_that_are_none() {
    ObjectNode unknown = Requests.tree();
    unknown.withObject("/recipient").remove("links");
    assertThat(Requests.read(unknown).recipient().links()).isEmpty();
    assertThat(PolicyJson.tree(Requests.read(unknown)).get("recipient").has("links")).isFalse();
    assertThat(Requests.referral().recipient().links()).contains(List.of());
    assertThat(PolicyJson.tree(Requests.referral()).at("/recipient/links").isArray()).isTrue();
  }

  @Test
  void what_is_stored_is_read_back_as_the_same_request() throws JsonProcessingException {
    DisclosureRequest request = Requests.referral();
    assertThat(
            PolicyJson.mapper().readValue(request.canonicalJson(), DisclosureRequest.class).hash())
        .isEqualTo(request.hash());
  }

  @Test
  void a_field_that_nobody_knows_is_an_error() {
    ObjectNode tree = Requests.tree();
    tree.withObject("/persons/p1").put("surname", "Quillfeather");
    assertThatThrownBy(() -> PolicyJson.mapper().treeToValue(tree, DisclosureRequest.class))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> RequestSchema.check(tree))
        .isInstanceOf(InvalidDisclosureRequest.class)
        .hasMessageContaining("$.persons.p1")
        .hasMessageNotContaining("Quillfeather");
  }

  @Test
  void every_request_that_java_can_say_is_in_the_form_that_the_policy_reads() {
    RequestSchema.check(PolicyJson.tree(Requests.referral()));
  }

  @Test
  void its_text_names_nobody() {
    assertThat(Requests.referral().toString())
        .isEqualTo("DisclosureRequest[referral, TREATMENT_REFERRAL, to cgl/treatment, 3 segments]");
  }
}
