package org.infoshare.consent.cases;

import com.bisnode.opa.client.OpaClientException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs files of worked cases through a real OPA. Prints what differs in each case that fails, rule
 * by rule, which file cannot be read and why, and last {@code N passed, N failed}.
 */
public final class PolicyCases {

  private final Path opa;
  private final Path policy;
  private final PrintStream out;

  public PolicyCases(Path opa, Path policy, PrintStream out) {
    this.opa = opa;
    this.policy = policy;
    this.out = out;
  }

  /** Arguments: the OPA binary, the folder of the policy, and one file of cases or more. */
  public static void main(String[] arguments) {
    if (arguments.length < 3) {
      System.err.println("usage: bin/policy-cases FILE…");
      System.exit(2);
    }
    List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    var cases = new PolicyCases(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
    System.exit(cases.failed(files) == 0 ? 0 : 1);
  }

  /** Runs all cases of these files and says how many failed; a file without cases counts as one. */
  public int failed(List<Path> files) {
    int passed = 0;
    int failed = 0;
    try (var asked = new AskedPolicy(opa, policy)) {
      for (Path file : files) {
        try {
          for (WorkedCase one : WorkedCase.read(file)) {
            if (passes(file, one, asked)) {
              passed++;
            } else {
              failed++;
            }
          }
        } catch (MalformedCase unreadable) {
          out.printf("FAILED %s: %s%n", file, unreadable.getMessage());
          failed++;
        }
      }
    }
    out.printf("%d passed, %d failed%n", passed, failed);
    return failed;
  }

  private boolean passes(Path file, WorkedCase one, AskedPolicy asked) {
    List<String> differences;
    try {
      differences = one.run(asked);
    } catch (MalformedCase malformed) {
      differences = List.of("error: " + malformed.getMessage());
    } catch (OpaClientException undefined) {
      differences = List.of("error: the policy gives no answer");
    }
    if (!differences.isEmpty()) {
      out.printf("FAILED %s of %s%n", one.id(), file.getFileName());
      differences.forEach(line -> out.println("  " + line));
    }
    return differences.isEmpty();
  }
}
