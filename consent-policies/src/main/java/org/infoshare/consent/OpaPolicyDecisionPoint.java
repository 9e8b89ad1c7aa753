package org.infoshare.consent;

import com.bisnode.opa.client.OpaClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Asks Open Policy Agent over HTTP: one query for all requests that are asked together, over a
 * connection that is kept. Whatever comes back that is not a whole decision for every request is
 * {@link PolicyUnavailable}, as are silence and an answer that takes longer than the limit.
 */
public final class OpaPolicyDecisionPoint implements PolicyDecisionPoint, AutoCloseable {

  private static final String ENTRY = "sharing/answers";

  private final OpaClient opa;
  private final Duration limit;
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param opa where OPA listens, such as {@code http://127.0.0.1:8181}
   * @param limit how long one query may take, all its requests together
   */
  public OpaPolicyDecisionPoint(URI opa, Duration limit) {
    this.opa =
        OpaClient.builder()
            .opaConfiguration(opa.toString())
            .objectMapper(PolicyJson.mapper())
            .build();
    this.limit = limit;
  }

  @Override
  public List<Decision> decide(List<DisclosureRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    var asked = new AskedTogether(requests);
    List<JsonNode> answers = asked.inOrder(ask(asked.question()));
    return IntStream.range(0, requests.size())
        .mapToObj(i -> WholeDecision.of(answers.get(i), requests.get(i)))
        .toList();
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }

  /** The client has no time limit of its own. */
  private JsonNode ask(JsonNode input) {
    Future<JsonNode> answer =
        asking.submit(
            () -> opa.queryForDocument(new QueryForDocumentRequest(input, ENTRY), JsonNode.class));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new PolicyUnavailable("the policy engine took longer than " + limit, e);
    } catch (ExecutionException e) {
      throw new PolicyUnavailable("the policy engine gave no answer", e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new PolicyUnavailable("interrupted while the policy engine was asked", e);
    }
  }
}
