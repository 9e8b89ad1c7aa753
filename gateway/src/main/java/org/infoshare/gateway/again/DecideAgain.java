package org.infoshare.gateway.again;

import java.util.UUID;
import org.infoshare.gateway.ledger.keys.UnreadableKey;
import org.springframework.dao.DataAccessException;

/** The command {@code bin/decide-again}. */
public final class DecideAgain {

  private static final int SAME = 0;
  private static final int DIFFERS = 1;
  private static final int CANNOT_SAY = 2;

  private DecideAgain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    Call call;
    UUID decision;
    try {
      call = Call.of(arguments);
      decision =
          call.decision().orElseThrow(() -> new IllegalArgumentException("which decision?"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Call.USAGE);
      return CANNOT_SAY;
    }
    try (OpenLedger ledger = OpenLedger.of(call)) {
      DecidedAgain again = DecidedAgain.of(decision, ledger.archive(), call.opa());
      again.said().forEach(System.out::println);
      return again.same() ? SAME : DIFFERS;
    } catch (CannotSay e) {
      System.err.println(e.getMessage());
    } catch (UnreadableKey e) {
      System.err.println("The master key is not this ledger's.");
    } catch (DataAccessException e) {
      System.err.println(
          "The ledger cannot be read, or is of another version: "
              + e.getMostSpecificCause().getMessage().lines().findFirst().orElse(""));
    }
    return CANNOT_SAY;
  }
}
