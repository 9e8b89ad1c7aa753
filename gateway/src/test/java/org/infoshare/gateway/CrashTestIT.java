package org.infoshare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.infoshare.fixtures.crash.CrashOptions;
import org.infoshare.fixtures.crash.CrashTest;
import org.infoshare.fixtures.crash.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code bin/crash-test}, on the packaged gateway. */
class CrashTestIT {

  private static final long SEED = 20261124;

  @TempDir Path folder;

  @Test
  void nothing_is_lost_doubled_disordered_or_told_when_the_gateway_is_killed_twice()
      throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Report report = CrashTest.run(new CrashOptions(200, 2, 1, SEED, folder, ""), out);
    // Ten seconds are for bin/crash-test on a machine of its own: a build shares its own.
    assertThat(report.failures())
        .filteredOn(failure -> !failure.equals("a dead node's lanes waited too long"))
        .as("%s", report.lines())
        .isEmpty();
    assertThat(report.longest())
        .as("until a dead node's lanes went on")
        .isPositive()
        .isLessThan(Duration.ofSeconds(30));
  }
}
