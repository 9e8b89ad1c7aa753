package org.infoshare.gateway.again;

import java.util.List;
import java.util.UUID;

/** The command {@code bin/decide-again}. */
public final class DecideAgain {

  private static final int SAME = 0;
  private static final int DIFFERS = 1;

  private DecideAgain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.println(Call.USAGE);
      return 0;
    }
    Call call;
    UUID decision;
    try {
      call = Call.of(arguments);
      decision =
          call.decision().orElseThrow(() -> new IllegalArgumentException("which decision?"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Call.USAGE);
      return CannotSay.EXIT;
    }
    return OpenLedger.ask(
        call, ledger -> say(DecidedAgain.of(decision, ledger.archive(), call.opa())));
  }

  private static int say(DecidedAgain again) {
    again.said().forEach(System.out::println);
    return again.same() ? SAME : DIFFERS;
  }
}
