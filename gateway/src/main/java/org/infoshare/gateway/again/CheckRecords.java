package org.infoshare.gateway.again;

import java.util.List;
import org.infoshare.gateway.chain.ChainCheck.Checked;

/** The command {@code bin/check-records}. */
public final class CheckRecords {

  private static final int SOUND = 0;
  private static final int CHANGED = 1;

  private static final String USAGE =
      """
      usage: bin/check-records [--data FOLDER] [--database URL] [--master-key FILE]
        --data FOLDER      the gateway's data folder (default: data/demo/gateway, that of bin/demo);
                           the gateway may run or not
        --database URL     another ledger: jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD
        --master-key FILE  default: master.key in the data folder
      Checks every decision record against the chain, and the chain against the daily signatures. Compare
      the fingerprint of the newest signature with the gateway's log, which is kept elsewhere.
      Exit: 0 nothing was changed, 1 something was, and is named, 2 it cannot be said.""";

  private CheckRecords() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.println(USAGE);
      return 0;
    }
    Call call;
    try {
      call = Call.of(arguments);
      if (call.decision().isPresent()) {
        throw new IllegalArgumentException("all records are checked, not one");
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      return CannotSay.EXIT;
    }
    return OpenLedger.ask(call, ledger -> say(ledger.chain().check()));
  }

  private static int say(Checked checked) {
    checked.faults().forEach(System.out::println);
    System.out.printf("Records in the chain: %d%n", checked.records());
    System.out.println(
        checked.newest().map(newest -> "Newest " + newest).orElse("Nothing is signed yet: a chain that was rewritten as a whole would not show"));
    System.out.println(
        checked.faults().isEmpty() ? "Nothing was changed." : "Something was changed.");
    return checked.faults().isEmpty() ? SOUND : CHANGED;
  }
}
