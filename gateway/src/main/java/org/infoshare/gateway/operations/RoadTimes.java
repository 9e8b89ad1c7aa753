package org.infoshare.gateway.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How long the parts of the road take: a count and a sum for each, at the ports, where one part
 * hands over to the next. Names of parts only; nothing of a message.
 */
@Component
public final class RoadTimes {

  private static final String METER = "road";

  private final MeterRegistry registry;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  RoadTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What a part took so far, over all calls together. */
  public record Taken(long count, double milliseconds) {}

  /**
   * The same port, timed: each method is a part called {@code <name>.<method>}.
   *
   * @param port an interface
   */
  public <T> T of(String name, Class<T> port, T real) {
    var timed =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              long began = System.nanoTime();
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              } finally {
                took(name + "." + method.getName(), System.nanoTime() - began);
              }
            });
    return port.cast(timed);
  }

  void took(String part, long nanos) {
    timers
        .computeIfAbsent(part, name -> registry.timer(METER, "part", name))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  Map<String, Taken> soFar() {
    var all = new TreeMap<String, Taken>();
    timers.forEach(
        (part, timer) ->
            all.put(part, new Taken(timer.count(), timer.totalTime(TimeUnit.MILLISECONDS))));
    return all;
  }
}
