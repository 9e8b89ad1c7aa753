package org.infoshare.gateway.ledger.lanes;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exception as it may be logged: types and places, not messages, which may quote what somebody
 * told about a person.
 */
final class Fault {

  private static final int FRAMES = 4;

  private Fault() {}

  static String of(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(4)
        .map(Fault::one)
        .collect(Collectors.joining(", by "));
  }

  private static String one(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .limit(FRAMES)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .collect(Collectors.joining(" < ", thrown.getClass().getName() + " at ", ""));
  }
}
