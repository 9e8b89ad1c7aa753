package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Days become moments, in seconds: a day begins at midnight in England, and {@code until} a day
 * means through its end. The policy itself reads no calendar.
 */
final class Moments {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

  private Moments() {}

  static JsonNode of(JsonNode content) {
    return of("", content);
  }

  private static JsonNode of(String name, JsonNode content) {
    if (content.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      content.properties().forEach(f -> object.set(f.getKey(), of(f.getKey(), f.getValue())));
      return object;
    }
    if (content.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      content.forEach(item -> list.add(of(name, item)));
      return list;
    }
    if (content.isTextual() && DAY.matcher(content.textValue()).matches()) {
      LocalDate day = LocalDate.parse(content.textValue());
      LocalDate from = name.equals("until") ? day.plusDays(1) : day;
      return LongNode.valueOf(from.atStartOfDay(ENGLAND).toEpochSecond());
    }
    return content;
  }
}
