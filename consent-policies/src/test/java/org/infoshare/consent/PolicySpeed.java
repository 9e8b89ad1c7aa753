package org.infoshare.consent;

import com.bisnode.opa.client.OpaClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures a decision of the whole policy against a query without any rule to the same engine by
 * the same client, over connections that are kept. The queries take turns, so that whatever else
 * the machine does slows all of them. A part of {@code bin/bench}.
 */
final class PolicySpeed {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Timers of the engine itself, as it names them, and what they stand for. */
  private static final Map<String, String> TIMERS = timers();

  private PolicySpeed() {}

  /**
   * A query and how long it took each time.
   *
   * @param most how many times the empty query it may take; 0 where nothing is asked of it
   */
  private record Measured(String name, Runnable query, int most, long[] nanos) {

    double millis(int percent) {
      return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
  }

  /** Arguments: the policy engine's program, and how many queries of each size. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var files = PolicyFiles.packaged();
    var bundles =
        List.of(
            PolicyBundle.kernel(files.rules()),
            PolicyBundle.tables(files.tables(), files.agreements()));
    int times = Integer.parseInt(arguments[1]);
    try (var opa = OpaServer.start(Path.of(arguments[0]), bundles);
        var policy = new OpaPolicyDecisionPoint(opa.address(), LIMIT)) {
      var client = OpaClient.builder().opaConfiguration(opa.address().toString()).build();
      var nothing =
          new QueryForDocumentRequest(PolicyJson.mapper().createObjectNode(), "revisions/kernel");
      Runnable empty = () -> client.queryForDocument(nothing, JsonNode.class);
      var queries =
          List.of(
              new Measured("empty query", empty, 0, new long[times]),
              decision(policy, 6, 2, 4, times),
              decision(policy, 12, 3, 0, times),
              decision(policy, 20, 5, 20, times));
      takeTurns(queries, times / 2);
      takeTurns(queries, times);
      queries.forEach(query -> Arrays.sort(query.nanos()));
      queries.forEach(query -> tell(query, queries.getFirst()));
      System.out.println("  what the engine itself says of its time, p50 in ms, one size after the other:");
      tellParts(opa.address(), 6, 2, times / 4);
      tellParts(opa.address(), 20, 5, times / 4);
    }
  }

  private static Measured decision(
      PolicyDecisionPoint policy, int segments, int recipients, int most, int times) {
    List<DisclosureRequest> requests = SpeedRequests.of(segments, recipients);
    return new Measured(
        segments + " segments x " + recipients, () -> policy.decide(requests), most, new long[times]);
  }

  private static void takeTurns(List<Measured> queries, int times) {
    for (int i = 0; i < times; i++) {
      for (Measured each : queries) {
        long began = System.nanoTime();
        each.query().run();
        each.nanos()[i] = System.nanoTime() - began;
      }
    }
  }

  private static void tell(Measured query, Measured floor) {
    System.out.printf(
        "  %-20s p50 %6.2f ms   p99 %6.2f ms%s%s%n",
        query.name(),
        query.millis(50),
        query.millis(99),
        query == floor
            ? ""
            : "   %4.1f x and %4.1f x the empty query"
                .formatted(
                    query.millis(50) / floor.millis(50), query.millis(99) / floor.millis(99)),
        query.most() == 0 ? "" : " (to reach: %d x)".formatted(query.most()));
  }

  /**
   * The engine measures itself. What a decision takes beyond that is the client's, HTTP's, and what
   * taking turns with other sizes costs.
   */
  private static void tellParts(URI opa, int segments, int recipients, int times)
      throws IOException, InterruptedException {
    ObjectNode body = PolicyJson.mapper().createObjectNode();
    body.set("input", new AskedTogether(SpeedRequests.of(segments, recipients)).question());
    var request =
        HttpRequest.newBuilder(opa.resolve("/v1/data/sharing/answers?metrics=true"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    var nanos = new LinkedHashMap<String, List<Long>>();
    try (var http = HttpClient.newHttpClient()) {
      for (int i = 0; i < times; i++) {
        JsonNode metrics =
            PolicyJson.mapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .get("metrics");
        TIMERS
            .keySet()
            .forEach(
                timer ->
                    nanos
                        .computeIfAbsent(timer, none -> new ArrayList<>())
                        .add(metrics.path(timer).asLong()));
      }
    }
    var line = new StringBuilder("  %-20s".formatted(segments + " segments x " + recipients));
    TIMERS.forEach(
        (timer, name) -> {
          List<Long> sorted = nanos.get(timer).stream().sorted().toList();
          line.append("   %s %.2f".formatted(name, sorted.get(times / 2) / 1e6));
        });
    System.out.println(line);
  }

  private static Map<String, String> timers() {
    var timers = new LinkedHashMap<String, String>();
    timers.put("timer_rego_input_parse_ns", "reading the question");
    timers.put("timer_rego_query_eval_ns", "deciding");
    timers.put("timer_server_handler_ns", "the engine as a whole");
    return timers;
  }
}
