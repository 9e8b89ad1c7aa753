package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

  private static final Pattern USED = Pattern.compile("element=\"cs:([A-Za-z]+)\"");
  private static final Pattern ROOT = Pattern.compile("(?m)^  <xs:element name=\"([A-Za-z]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {ChildrensServicesContract.GATEWAY_WSDL, ChildrensServicesContract.ANSWERS_WSDL})
  void every_message_of_an_operation_is_a_document_of_the_schema(String wsdl) {
    assertThat(names(ROOT, text(ChildrensServicesContract.SCHEMA)))
        .containsAll(names(USED, text(wsdl)));
  }

  @Test
  void every_document_of_the_schema_is_a_message_of_an_operation() {
    var used = new TreeSet<>(names(USED, text(ChildrensServicesContract.GATEWAY_WSDL)));
    used.addAll(names(USED, text(ChildrensServicesContract.ANSWERS_WSDL)));
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(names(ROOT, text(ChildrensServicesContract.SCHEMA)));
  }

  @Test
  void every_code_of_a_refusal_stands_in_a_contract_page() {
    var pages =
        text("/contracts/childrens-services/contract.md") + text("/contracts/cgl/contract.md");
    for (Code code : Code.values()) {
      assertThat(pages).contains("| " + code + " |");
    }
  }

  private static Set<String> names(Pattern pattern, String text) {
    var names = new TreeSet<String>();
    pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static String text(String resource) {
    try (var in = ContractsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
