package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Misses and false alarms over a generated corpus: half of it hides one value, half is its harmless twin with a near miss. */
class GuardRatesTest {

  private static final int EACH = 2_000;
  private static final int EACH_FORMAT = 24;

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
    DISGUISES.put("split across fields", text -> text.replaceAll("(.{5})", "$1\",\"next\":\""));
    DISGUISES.put("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    DISGUISES.put("gzip", text -> Base64.getEncoder().encodeToString(gzip(text)));
  }

  @Test
  void no_value_is_missed_and_no_near_miss_raises_an_alarm() {
    var rates = new Rates();
    var random = new Random(42);
    for (int i = 0; i < EACH; i++) {
      var value = InventedValue.any(random);
      String disguise = InventedValue.one(List.copyOf(DISGUISES.keySet()), random);
      rates.count(disguise, value, random, text -> new RealFormats.Sent("application/json", message(disguise, text)));
    }
    rates.hold("in disguise");
  }

  @Test
  void nor_in_any_document_of_a_real_format() {
    var rates = new Rates();
    var random = new Random(43);
    RealFormats.all()
        .forEach(
            (name, format) -> {
              for (int i = 0; i < EACH_FORMAT; i++) {
                rates.count(name, InventedValue.any(random), random, format);
              }
            });
    rates.hold("in real formats");
  }

  /** Misses and false alarms, by where the value stood. */
  private static final class Rates {

    private final LeakGuard guard = new LeakGuard();
    private final Map<String, Integer> told = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();

    void count(String where, InventedValue value, Random random, RealFormats.Format format) {
      String hidden = InventedValue.written(value.kind(), value.told(), random);
      String harmless = InventedValue.written(value.kind(), value.near(), random);
      told.merge(where, 1, Integer::sum);
      if (!value.kind().name().equals(seen(format, said(hidden, random), value))) {
        misses.add(where + ": " + value.told() + " as " + hidden);
      }
      if (!"none".equals(seen(format, said(harmless, random), value))) {
        falseAlarms.add(where + ": " + value.told() + " seen in " + harmless);
      }
    }

    private static String said(String text, Random random) {
      return "Seen on day " + random.nextInt(30) + ": " + text + " and all was well.";
    }

    private String seen(RealFormats.Format format, String text, InventedValue value) {
      try {
        var sent = format.with(text);
        return guard.find(sent.mediaType(), sent.bytes(), value.searched()).map(LeakGuard.Hit::kind).orElse("none");
      } catch (Exception notBuilt) {
        throw new IllegalStateException(text, notBuilt);
      }
    }

    void hold(String what) {
      int each = told.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf(
          "leak guard %s: %d of %d missed, %d false alarms in %d; %s%n",
          what, misses.size(), each, falseAlarms.size(), each, told);
      assertThat(misses).isEmpty();
      assertThat(falseAlarms).isEmpty();
    }
  }

  private static byte[] message(String disguise, String text) {
    return ("{\"about\":\"p1\",\"text\":\"" + DISGUISES.get(disguise).apply(text) + "\"}").getBytes(StandardCharsets.UTF_8);
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
