package org.tinyrecursive.modeltf.graph;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.train.TrainEngine;
import org.tinyrecursive.modeltf.workers.Exchange;
import org.tinyrecursive.modeltf.workers.SocketExchange;
import org.tinyrecursive.modeltf.workers.WorkerGroup;

/**
 * A process that, with others, makes all steps of all golden cases and compares them with the
 * published numbers itself. It says a line about each case on stdout.
 */
final class GoldenWorker {
  /** What a line begins with that is about a case. */
  static final String MARK = "golden case: ";

  /** What such a line ends in where all numbers agreed. */
  static final String AGREED = ": agreed";

  private static final int WORKERS = 2;
  private static final Compute ONE_DEVICE = new Compute(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private GoldenWorker() {}

  /** Every case with passes of one row and of all of a worker's, without and with recomputation. */
  static List<GoldenCheck> checks() {
    return GoldenCase.findAll().stream().flatMap(GoldenWorker::checks).toList();
  }

  private static Stream<GoldenCheck> checks(GoldenCase golden) {
    int share = golden.recipe().train().globalBatchSize() / WORKERS;
    return Stream.of(
            new MemoryConfig(share, Recompute.NONE),
            new MemoryConfig(share, Recompute.BLOCKS),
            new MemoryConfig(1, Recompute.NONE),
            new MemoryConfig(1, Recompute.BLOCKS))
        .map(memory -> new GoldenCheck(golden, memory, ONE_DEVICE, GoldenCheck.Workers.TWO));
  }

  /**
   * Runs all checks.
   *
   * @param args addresses of all workers, and the index of this one
   */
  public static void main(String[] args) {
    WorkerGroup group = WorkerGroup.parse(args[0], Integer.parseInt(args[1]), TIMEOUT, "");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (GoldenCheck check : checks()) {
      out.println(MARK + check.name() + run(check, group));
    }
  }

  private static String run(GoldenCheck check, WorkerGroup group) {
    try (TrainEngine engine = open(check, group)) {
      check.run(engine);
      return AGREED;
    } catch (RuntimeException | AssertionError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return ": " + trace.toString().replaceAll("\\R", "⏎");
    }
  }

  private static TrainEngine open(GoldenCheck check, WorkerGroup group) {
    int rows = check.recipe().train().globalBatchSize();
    Exchange workers = SocketExchange.open(group, Map.of("the case", check.name()));
    try {
      return new WholeStateEngine(
          TensorFlowEngine.create(
              check.recipe(),
              check.golden().data(),
              check.compute(),
              new Partition(rows, group.size(), group.index(), check.compute().devices().size()),
              workers),
          workers);
    } catch (RuntimeException e) {
      workers.close();
      throw e;
    }
  }
}
