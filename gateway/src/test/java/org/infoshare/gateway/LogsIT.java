package org.infoshare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is sent, also what is wrong with it, the log has ids and codes and nobody's name,
 * address or number.
 */
class LogsIT {

  @TempDir Path folder;

  @Test
  void the_log_names_nobody_of_any_situation() throws Exception {
    try (RunningGateway gateway = RunningGateway.start(folder);
        CapturedLog log = CapturedLog.begin()) {
      List<Resource> documents = documents();
      assertThat(documents).hasSizeGreaterThan(20);
      Set<String> personal = new TreeSet<>(Set.of("Sample-", "ZZ99"));
      for (Resource document : documents) {
        String text = document.getContentAsString(StandardCharsets.UTF_8);
        personal.addAll(CapturedLog.personalIn(text));
        GatewayAnswer answer = send(gateway, document, text);
        assertThat(personal).as("echoed for %s", document).noneMatch(answer.body()::contains);
        assertThat(personal)
            .as("echoed for %s", document)
            .noneMatch(gateway.cgl().post("/agencies/cgl/consents", text).body()::contains);
      }
      JdbcClient database = gateway.part(JdbcClient.class);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  database
                          .sql("select count(*) from message where decided_at is null")
                          .query(Integer.class)
                          .single()
                      == 0);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> database.sql("select count(*) from attempt").query(Integer.class).single() > 0);

      assertThat(log.lines())
          .as("what happened is logged at all")
          .anyMatch(line -> line.contains("attempt"));
      assertThat(log.messagesOf("accepted from"))
          .as("each message that was accepted has a line with its id")
          .containsExactlyInAnyOrderElementsOf(
              database.sql("select id::text from message").query(String.class).list());
      assertThat(log.messagesOf("attempt")).isNotEmpty().doesNotContainNull();
      assertThat(log.messagesOf("attempt"))
          .as("and so have its deliveries")
          .isSubsetOf(log.messagesOf("accepted from"));
      assertThat(personal).hasSizeGreaterThan(20);
      List<String> lines = log.lines();
      for (String value : personal) {
        assertThat(lines).as("a value of a fixture").noneMatch(line -> line.contains(value));
      }
    }
  }

  private static GatewayAnswer send(RunningGateway gateway, Resource document, String text) {
    if ("received.json".equals(document.getFilename())) {
      return text.contains("\"decidedOn\"")
          ? gateway.cgl().answer(text)
          : gateway.cgl().consent(text);
    }
    String element = text.replaceFirst("<\\?xml[^>]*\\?>", "");
    return element.contains("<consentStatement")
        ? gateway.childrensServices().recordConsent(element)
        : gateway.childrensServices().submit(element);
  }

  private static List<Resource> documents() throws IOException {
    return List.of(
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:fixtures/*/*/received.*"));
  }
}
