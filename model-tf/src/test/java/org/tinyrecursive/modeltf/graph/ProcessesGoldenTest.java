package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.workers.Loopback;

/** The published implementation's numbers, from two processes that share every batch. */
@Tag("golden")
@Tag("slow")
class ProcessesGoldenTest {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir private static Path logs;
  private static final List<Worker> WORKERS = new ArrayList<>();

  private record Worker(Process process, BufferedReader lines, Path log) {
    static Worker start(String addresses, int index) throws IOException {
      Path log = logs.resolve("worker-%d.log".formatted(index));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--add-opens=java.base/java.nio=ALL-UNNAMED",
                  "-Xmx512m",
                  "-Dfile.encoding=UTF-8",
                  "-cp",
                  System.getProperty("java.class.path"),
                  GoldenWorker.class.getName(),
                  addresses,
                  Integer.toString(index))
              .redirectError(log.toFile())
              .start();
      return new Worker(process, process.inputReader(StandardCharsets.UTF_8), log);
    }

    /** What this worker says about the next case. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith(GoldenWorker.MARK)) {
        line = lines.readLine();
      }
      return line == null ? "it ended: " + Files.readString(log) : line.replace('⏎', '\n');
    }
  }

  @AfterAll
  static void endWorkers() {
    WORKERS.forEach(worker -> worker.process().destroyForcibly());
  }

  @TestFactory
  Stream<DynamicTest> everyCaseAgreesInBothProcesses() throws IOException {
    List<GoldenCheck> checks = GoldenWorker.checks();
    assumeTrue(!checks.isEmpty(), "no golden/trm cases: set TRM_GOLDEN_DIR to the golden folder");
    String addresses = Loopback.addresses(2);
    WORKERS.add(Worker.start(addresses, 0));
    WORKERS.add(Worker.start(addresses, 1));
    return checks.stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> assertAgreed(check)));
  }

  /** Both processes go through the cases in this order. */
  private static void assertAgreed(GoldenCheck check) {
    Assertions.assertTimeoutPreemptively(
        LONGEST,
        () -> {
          for (Worker worker : WORKERS) {
            assertThat(worker.next())
                .isEqualTo(GoldenWorker.MARK + check.name() + GoldenWorker.AGREED);
          }
        });
  }
}
