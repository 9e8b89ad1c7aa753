package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private static final JsonMapper PLAIN = new JsonMapper();

  @Test
  void keys_and_lists_are_sorted_at_every_depth() throws JsonProcessingException {
    assertThat(canonical("{'b': [{'y': 2, 'x': 1}, {'x': 0}, 'b', 'a', 10, 9], 'a': {'d': [], 'c': {}}}"))
        .isEqualTo("{'a':{'c':{},'d':[]},'b':['a','b',10,9,{'x':0},{'x':1,'y':2}]}");
  }

  @Test
  void what_stands_alone_is_written_as_json_writes_it() throws JsonProcessingException {
    for (String one :
        new String[] {
          "null", "true", "-12", "1.50", "123456789012345678", "''", "'a\\u0001\\n\\t\\\\/\\u2028\\u00e9\\ud83d\\ude00'", "{'\\u0007 key':null}"
        }) {
      assertThat(canonical(one)).isEqualTo(PLAIN.writeValueAsString(json(one)).replace('"', '\''));
    }
  }

  private static String canonical(String text) throws JsonProcessingException {
    return CanonicalJson.of(json(text)).replace('"', '\'');
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return PLAIN.readTree(text.replace('\'', '"'));
  }
}
