package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.infoshare.model.Personal;
import org.junit.jupiter.api.Test;

/** Misses and false alarms over a generated corpus: half of it hides one value, half is its harmless twin with a near miss. */
class GuardRatesTest {

  private static final int EACH = 2_000;

  private record Value(ProtectedValue.Kind kind, String text, String nearMiss) {}

  private static final Map<String, UnaryOperator<String>> DISGUISES = new LinkedHashMap<>();

  static {
    DISGUISES.put("as it is", text -> text);
    DISGUISES.put("capitals", text -> text.toUpperCase(Locale.ROOT));
    DISGUISES.put("more spaces", text -> text.replace(" ", " \u00a0 "));
    DISGUISES.put("hyphens", text -> text.replace(' ', '-'));
    DISGUISES.put("no-width spaces", text -> String.join("\u200b", text.split("")));
    DISGUISES.put("full width", GuardRatesTest::fullWidth);
    DISGUISES.put("look-alikes", text -> text.replace('e', '\u0435').replace('a', '\u0430').replace('o', '\u043e'));
    DISGUISES.put("percent", text -> text.replace(" ", "%20").replace("@", "%40"));
    DISGUISES.put("entities", text -> text.replace(" ", "&nbsp;").replace("2", "&#50;"));
    DISGUISES.put("quoted-printable", text -> text.replace(" ", "=20"));
    DISGUISES.put("split across lines", text -> text.replace(" ", "\\n"));
    DISGUISES.put("split across fields", text -> text.substring(0, 3) + "\",\"next\":\"" + text.substring(3));
    DISGUISES.put("base64", text -> Base64.getEncoder().encodeToString(("A note of the visit: " + text).getBytes(StandardCharsets.UTF_8)));
    DISGUISES.put("gzip", text -> Base64.getEncoder().encodeToString(gzip("A note of the visit: " + text)));
  }

  @Test
  void no_value_is_missed_and_no_near_miss_raises_an_alarm() {
    var random = new Random(42);
    var guard = new LeakGuard();
    var misses = new LinkedHashMap<String, Integer>();
    var falseAlarms = new LinkedHashMap<String, Integer>();
    var names = List.copyOf(DISGUISES.keySet());
    for (int i = 0; i < EACH; i++) {
      Value value = value(random);
      String disguise = names.get(i % names.size());
      var searched = List.of(new ProtectedValue(Invented.MOTHER, value.kind(), new Personal(value.text())));
      boolean found = guard.find("application/json", message(disguise, value.text(), random), searched)
          .filter(hit -> !hit.kind().equals(LeakGuard.UNREADABLE)).isPresent();
      misses.merge(disguise, found ? 0 : 1, Integer::sum);
      if (guard.find("application/json", message(disguise, value.nearMiss(), random), searched).isPresent()) {
        falseAlarms.merge(disguise + ", " + value.kind(), 1, Integer::sum);
      }
    }
    System.out.printf("leak guard over %d messages: misses %s; false alarms %s of %d%n", 2 * EACH, misses, falseAlarms, EACH);
    assertThat(misses.values()).containsOnly(0);
    assertThat(falseAlarms).isEmpty();
  }

  private static byte[] message(String disguise, String text, Random random) {
    String said = DISGUISES.get(disguise).apply(text);
    boolean packed = disguise.equals("base64") || disguise.equals("gzip");
    String around = packed ? said : "Seen on day " + random.nextInt(30) + ": " + said + " and all was well.";
    return ("{\"about\":\"p1\",\"text\":\"" + around + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static Value value(Random random) {
    int n = 10 + random.nextInt(80);
    String street = List.of("Invented Road", "Madeup Street", "Sample Avenue", "St Nobody Close").get(random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0 -> new Value(ProtectedValue.Kind.ADDRESS_LINE, n + " " + street, n + "1 " + street);
      case 1 -> new Value(ProtectedValue.Kind.POSTCODE, "ZZ" + n + " 3WZ", "ZZ" + n + " 4WZ");
      case 2 -> new Value(ProtectedValue.Kind.TELEPHONE, "07700 9001" + n, "07700 9002" + n);
      case 3 -> new Value(ProtectedValue.Kind.EMAIL, "testa" + n + "@sample.example", "testa" + n + "@simple.example");
      case 4 -> new Value(ProtectedValue.Kind.PLACE, "Rose Women's Refuge", "Rose heard of a women's refuge");
      default -> new Value(ProtectedValue.Kind.NAME, "Testa Sample-Person", "Testa came with Sample");
    };
  }

  private static String fullWidth(String text) {
    var wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c > ' ' && c < 127 ? (char) (c + 0xFEE0) : (char) c));
    return wide.toString();
  }

  private static byte[] gzip(String text) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
