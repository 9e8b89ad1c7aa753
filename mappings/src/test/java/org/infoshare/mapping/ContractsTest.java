package org.infoshare.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
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
  void every_code_of_a_refusal_stands_in_the_contract_of_each_agency_to_which_it_can_come() {
    var ofJson = EnumSet.of(Code.NESTED_TOO_DEEP, Code.DUPLICATE_KEY);
    assertThat(text("/contracts/childrens-services/contract.md"))
        .contains(rows(EnumSet.complementOf(ofJson)));
    // The service names no recipients.
    assertThat(text("/contracts/cgl/contract.md"))
        .contains(rows(EnumSet.complementOf(EnumSet.of(Code.UNKNOWN_RECIPIENT))));
  }

  private static List<String> rows(Set<Code> codes) {
    return codes.stream().map(code -> "| " + code + " |").toList();
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
