package org.infoshare.routes.road;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.infoshare.model.Personal;

/** How long the guard takes over a message of 10 kB without attachments, with forty values to look for. */
public final class GuardSpeed {

  private GuardSpeed() {}

  public static void main(String[] arguments) {
    int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000;
    byte[] message = message();
    List<ProtectedValue> values = values();
    var guard = new LeakGuard();
    var took = new long[times];
    for (int i = -times; i < times; i++) {
      long began = System.nanoTime();
      if (guard.find("application/json", message, values).isPresent()) {
        throw new IllegalStateException("a harmless message was stopped");
      }
      if (i >= 0) {
        took[i] = System.nanoTime() - began;
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "leak guard, %d bytes, %d values: p50 %.3f ms, p99 %.3f ms (at most 1 ms)%n",
        message.length, values.size(), took[times / 2] / 1e6, took[times * 99 / 100] / 1e6);
  }

  private static byte[] message() {
    var json = new StringBuilder("{\"riskStatements\":[");
    for (int i = 0; json.length() < 10_000; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"about\":\"p1\",\"topic\":\"main_issues\",\"asOf\":\"2026-11-23\",\"text\":\"The child was seen at school on day ")
          .append(i)
          .append("; the mother says that all is well, and asked for help with the journey.\"}");
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<ProtectedValue> values() {
    var values = new ArrayList<ProtectedValue>();
    for (int i = 0; i < 10; i++) {
      values.add(value(ProtectedValue.Kind.ADDRESS_LINE, (20 + i) + " Invented Road"));
      values.add(value(ProtectedValue.Kind.POSTCODE, "ZZ99 " + i + "WZ"));
      values.add(value(ProtectedValue.Kind.TELEPHONE, "07700 90012" + i));
      values.add(value(ProtectedValue.Kind.NAME, "Testa" + (char) ('a' + i) + " Sample-Person"));
    }
    return values;
  }

  private static ProtectedValue value(ProtectedValue.Kind kind, String text) {
    return new ProtectedValue(Invented.MOTHER, kind, new Personal(text));
  }
}
