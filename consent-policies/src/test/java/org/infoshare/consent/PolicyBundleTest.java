package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class PolicyBundleTest {

  private static final PolicyFiles FILES = PolicyFiles.read(OpaBinary.POLICY);

  @Test
  void the_packaged_policy_is_the_one_in_the_folder() {
    assertThat(PolicyFiles.packaged()).isEqualTo(FILES);
  }

  @Test
  void the_same_content_makes_the_same_bytes_and_other_content_another_revision() {
    PolicyBundle bundle = PolicyBundle.tables(FILES.tables(), FILES.agreements());
    assertThat(PolicyBundle.tables(FILES.tables(), FILES.agreements()).bytes())
        .isEqualTo(bundle.bytes());
    var without = new TreeMap<>(FILES.agreements());
    without.remove("cgl");
    assertThat(PolicyBundle.tables(FILES.tables(), without).revision())
        .isNotEqualTo(bundle.revision());
  }

  @Test
  void a_day_begins_at_midnight_in_england_and_until_means_through_its_end() {
    JsonNode data = PolicyBundle.data(FILES.tables(), FILES.agreements());
    assertThat(data.at("/tables/commencement/CA2004_16LA").longValue())
        .isEqualTo(Instant.parse("2026-09-29T23:00:00Z").getEpochSecond());
    assertThat(data.at("/agreements/cgl/from").longValue())
        .isEqualTo(Instant.parse("2026-03-31T23:00:00Z").getEpochSecond());
    assertThat(data.at("/agreements/cgl/until").longValue())
        .isEqualTo(Instant.parse("2027-03-31T23:00:00Z").getEpochSecond());
  }

  @Test
  void an_anchor_is_followed() {
    assertThat(FILES.tables().get("need").at("/need/CP_ENQUIRY/edt"))
        .isEqualTo(FILES.tables().get("need").at("/need/CP_ENQUIRY/csc_duty"))
        .isInstanceOf(ObjectNode.class);
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> PolicyYaml.read("floor: []\nfloor: [identity]\n"))
        .isInstanceOf(YAMLException.class);
  }

  @Test
  void a_date_stays_the_text_that_was_written() {
    assertThat(PolicyYaml.read("from: 2026-04-01").get("from").textValue()).isEqualTo("2026-04-01");
  }

  @Test
  void a_table_that_is_missing_or_that_nobody_knows_is_refused() {
    var missing = new TreeMap<>(FILES.tables());
    missing.remove("bars");
    assertThatThrownBy(() -> PolicyBundle.tables(missing, FILES.agreements()))
        .isInstanceOf(InvalidPolicyTable.class)
        .hasMessageContaining("bars: missing");
    var more = new TreeMap<>(FILES.tables());
    more.put("moods", PolicyYaml.read("grey: true"));
    assertThatThrownBy(() -> PolicyBundle.tables(more, FILES.agreements()))
        .isInstanceOf(InvalidPolicyTable.class)
        .hasMessageContaining("moods: no such table");
  }

  @Test
  void a_word_that_nobody_knows_in_a_table_or_an_agreement_is_refused() {
    var tables = new TreeMap<>(FILES.tables());
    ObjectNode harm = tables.get("harm").deepCopy();
    harm.putArray("floor").add("identitty");
    tables.put("harm", harm);
    assertThatThrownBy(() -> PolicyBundle.tables(tables, FILES.agreements()))
        .isInstanceOf(InvalidPolicyTable.class)
        .hasMessageContaining("harm: ");
    var agreements = new TreeMap<>(FILES.agreements());
    ObjectNode cgl = agreements.get("cgl").deepCopy();
    cgl.put("untill", "2028-03-31");
    agreements.put("cgl", cgl);
    assertThatThrownBy(() -> PolicyBundle.tables(FILES.tables(), agreements))
        .isInstanceOf(InvalidPolicyTable.class)
        .hasMessageContaining("agreement cgl: ");
  }
}
