package org.infoshare.consent;

import com.bisnode.opa.client.OpaClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures a decision of the whole policy against a query without any rule to the same engine by
 * the same client, both over connections that are kept. A part of {@code bin/bench}.
 */
final class PolicySpeed {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final List<String> CATEGORIES =
      List.of(
          "identity",
          "cp_status",
          "risk_statement",
          "location",
          "substance_engagement",
          "education");

  private PolicySpeed() {}

  /** What 99 and 50 of 100 queries stayed under, in milliseconds. */
  private record Time(double p50, double p99) {}

  /** Arguments: the policy engine's program, and how many queries of each size. */
  public static void main(String[] arguments) {
    var files = PolicyFiles.packaged();
    var bundles =
        List.of(
            PolicyBundle.kernel(files.rules()),
            PolicyBundle.tables(files.tables(), files.agreements()));
    int queries = Integer.parseInt(arguments[1]);
    try (var opa = OpaServer.start(Path.of(arguments[0]), bundles);
        var policy = new OpaPolicyDecisionPoint(opa.address(), LIMIT)) {
      var client = OpaClient.builder().opaConfiguration(opa.address().toString()).build();
      var nothing =
          new QueryForDocumentRequest(PolicyJson.mapper().createObjectNode(), "revisions/kernel");
      Runnable empty = () -> client.queryForDocument(nothing, JsonNode.class);
      Runnable small = asking(policy, 6, 2);
      Runnable middle = asking(policy, 12, 3);
      Runnable large = asking(policy, 20, 5);
      for (Runnable each : List.of(empty, small, middle, large)) {
        time(each, queries / 2);
      }
      Time floor = time(empty, queries);
      System.out.printf(
          "  %-24s p50 %6.2f ms   p99 %6.2f ms%n", "empty query", floor.p50(), floor.p99());
      tell("6 segments x 2", time(small, queries), floor, 4);
      tell("12 segments x 3", time(middle, queries), floor, Double.NaN);
      tell("20 segments x 5", time(large, queries), floor, 20);
    }
  }

  private static void tell(String what, Time time, Time floor, double most) {
    System.out.printf(
        "  %-24s p50 %6.2f ms   p99 %6.2f ms   %.1f x and %.1f x the empty query%s%n",
        what,
        time.p50(),
        time.p99(),
        time.p50() / floor.p50(),
        time.p99() / floor.p99(),
        Double.isNaN(most) ? "" : " (to reach: %.0f x)".formatted(most));
  }

  private static Runnable asking(PolicyDecisionPoint policy, int segments, int recipients) {
    List<DisclosureRequest> requests =
        IntStream.range(0, recipients).mapToObj(recipient -> request(segments, recipient)).toList();
    return () -> policy.decide(requests);
  }

  private static DisclosureRequest request(int segments, int recipient) {
    ObjectNode tree = Requests.tree();
    if (recipient % 2 == 1) {
      tree.withObject("/recipient").put("agency", "hill-school").put("function", "school_dsl");
    }
    ArrayNode all = tree.putArray("segments");
    for (int i = 0; i < segments; i++) {
      all.addObject()
          .put("id", "s" + i)
          .put("category", CATEGORIES.get(i % CATEGORIES.size()))
          .put("about", i % 2 == 0 ? "p2" : "p1")
          .put("standing", "fact");
    }
    return Requests.read(tree);
  }

  private static Time time(Runnable query, int times) {
    var nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      query.run();
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    return new Time(nanos[times / 2] / 1e6, nanos[times * 99 / 100] / 1e6);
  }
}
