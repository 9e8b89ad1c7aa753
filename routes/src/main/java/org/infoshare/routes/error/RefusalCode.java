package org.infoshare.routes.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * By which rule of its own a partner refuses: its code is kept and shown, in one form whatever the protocol, and nothing else
 * that it says. What has not the form of a code is none: it may be a sentence, and may name somebody.
 */
final class RefusalCode {

  private static final int LONGEST_PROBLEM = 64 * 1024;

  /** Words in capitals; no more than four digits in a row, so that no number of a person's passes. */
  private static final Pattern FORM = Pattern.compile("(?=.{2,40}$)(?!.*[0-9]{5})[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  private static final JsonMapper JSON = new JsonMapper();

  private RefusalCode() {}

  /** The {@code code} of an RFC 9457 problem, or the last word of its {@code type}. */
  static Optional<String> ofProblem(String body) {
    if (body == null || body.length() > LONGEST_PROBLEM || !body.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode problem = JSON.readTree(body);
      return Stream.of(problem.path("code").asText(), lastWord(problem.path("type").asText()))
          .flatMap(word -> inForm(word).stream())
          .findFirst();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** The fault's subcode, or a {@code code} in its detail. */
  static Optional<String> ofFault(SoapFault fault) {
    return Stream.concat(
            Stream.ofNullable(fault.getSubCodes()).flatMap(codes -> codes.stream().map(QName::getLocalPart)),
            Stream.ofNullable(fault.getDetail()).flatMap(RefusalCode::codes))
        .flatMap(word -> inForm(word).stream())
        .findFirst();
  }

  private static Stream<String> codes(Element detail) {
    NodeList codes = detail.getElementsByTagNameNS("*", "code");
    return IntStream.range(0, codes.getLength()).mapToObj(i -> codes.item(i).getTextContent());
  }

  private static String lastWord(String type) {
    return type.equals("about:blank") ? "" : type.substring(lastMark(type) + 1);
  }

  private static int lastMark(String type) {
    return Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('#')));
  }

  private static Optional<String> inForm(String word) {
    String code = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }
}
