package org.infoshare.gateway;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What this Java machine logs from now on, until it is closed; and what of a document no log may say. */
public final class CapturedLog implements AutoCloseable {

  private static final Pattern TELLING =
      Pattern.compile(
          "(?:<(?:givenName|familyName|line|postcode|telephone|email|nhsNumber|name|callBack|worker|contact|askedBy)>|\"(?:name|callBack|allocatedPractitioner|place|postcode|line|telephone|email|nhsNumber|text)\""
              + " *: *\")([^<\"]{4,})");

  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Appender appender = new Appender();

  private CapturedLog() {}

  /** Begins to capture. Spring sets logging up anew when an application starts: begin after that. */
  public static CapturedLog begin() {
    var log = new CapturedLog();
    log.appender.start();
    log.root.addAppender(log.appender);
    return log;
  }

  /** The names, addresses, numbers and narratives of a document of a partner. */
  public static Set<String> personalIn(String document) {
    return TELLING
        .matcher(document)
        .results()
        .map(value -> value.group(1).strip())
        .filter(value -> value.length() > 3)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each with its stack trace. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The message ids on the lines that begin so. */
  public List<String> messagesOf(String said) {
    return events.stream()
        .filter(event -> event.getFormattedMessage().startsWith(said))
        .map(event -> event.getMDCPropertyMap().get("message"))
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
  }

  private final class Appender extends AppenderBase<ILoggingEvent> {

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
