package org.infoshare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.infoshare.fixtures.agencies.GatewayAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is sent, also what is wrong with it, the log has ids and codes and nobody's name,
 * address or number.
 */
class LogsIT {

  private static final Pattern TELLING =
      Pattern.compile(
          "(?:<(?:givenName|familyName|line|postcode|telephone|email|nhsNumber|name|callBack|worker|contact|askedBy)>|\"(?:name|callBack|allocatedPractitioner|place|postcode|line|telephone|email|nhsNumber|text)\""
              + " *: *\")([^<\"]{4,})");

  @TempDir Path folder;

  @Test
  void the_log_names_nobody_of_any_situation() throws Exception {
    var log = new Captured();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    try (RunningGateway gateway = RunningGateway.start(folder)) {
      log.start();
      root.addAppender(log);
      List<Resource> documents = documents();
      assertThat(documents).hasSizeGreaterThan(20);
      Set<String> personal = new TreeSet<>(Set.of("Sample-", "ZZ99"));
      for (Resource document : documents) {
        String text = document.getContentAsString(StandardCharsets.UTF_8);
        TELLING
            .matcher(text)
            .results()
            .map(value -> value.group(1).strip())
            .filter(value -> value.length() > 3)
            .forEach(personal::add);
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

      assertThat(log.lines)
          .as("what happened is logged at all")
          .anyMatch(line -> line.contains("attempt"));
      assertThat(messagesOf(log, "accepted from"))
          .as("each message that was accepted has a line with its id")
          .containsExactlyInAnyOrderElementsOf(
              database.sql("select id::text from message").query(String.class).list());
      assertThat(messagesOf(log, "attempt")).isNotEmpty().doesNotContainNull();
      assertThat(messagesOf(log, "attempt"))
          .as("and so have its deliveries")
          .isSubsetOf(messagesOf(log, "accepted from"));
      assertThat(personal).hasSizeGreaterThan(20);
      for (String value : personal) {
        assertThat(log.lines).as("a value of a fixture").noneMatch(line -> line.contains(value));
      }
    } finally {
      root.detachAppender(log);
    }
  }

  /** The message ids on the lines that begin so. */
  private static List<String> messagesOf(Captured log, String said) {
    return log.events.stream()
        .filter(event -> event.getFormattedMessage().startsWith(said))
        .map(event -> event.getMDCPropertyMap().get("message"))
        .toList();
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

  private static final class Captured extends AppenderBase<ILoggingEvent> {

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String thrown =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      event.prepareForDeferredProcessing();
      events.add(event);
      lines.add(event.getFormattedMessage() + "\n" + thrown);
    }
  }
}
