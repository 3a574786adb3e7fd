package org.tinyrecursive.workflows.compute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;
import org.tinyrecursive.modeltf.graph.WorkerEngines;
import org.tinyrecursive.modeltf.train.EngineFactory;
import org.tinyrecursive.modeltf.workers.WorkerGroup;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.DurationText;
import picocli.CommandLine.Option;

/** The options that say which processes share a command's work. */
public final class WorkerOptions {
  /** A secret that all workers of a run must know; not an option, for others can see those. */
  static final String TOKEN = "TRM_WORKERS_TOKEN";

  @Option(
      names = "--workers",
      paramLabel = "HOST:PORT,…",
      description =
          "addresses of all processes that share every batch evenly; start the same command once"
              + " for each of them. The first one evaluates and writes")
  private String workers;

  @Option(
      names = "--worker-index",
      paramLabel = "I",
      description = "which of --workers this process is, from 0")
  private Integer index;

  @Option(
      names = "--worker-timeout",
      paramLabel = "DURATION",
      description =
          "how long to wait for another worker to come, or for a sign of life; default: 60s")
  private Duration timeout;

  /** All workers, as this one sees them; empty where it works alone. */
  public Optional<WorkerGroup> group() {
    if (workers == null) {
      if (index != null) {
        throw new InputRefusedException(
            "--worker-index is %d, but there is no --workers to list them; give both or none"
                .formatted(index));
      }
      return Optional.empty();
    }
    if (index == null) {
      throw new InputRefusedException(
          "--workers is %s; say with --worker-index, from 0, which of them this process is"
              .formatted(workers));
    }
    return Optional.of(
        WorkerGroup.parse(
            workers,
            index,
            timeout == null ? WorkerGroup.TIMEOUT : timeout,
            System.getenv().getOrDefault(TOKEN, "")));
  }

  /** Whom this worker is about to wait for; empty where it works alone. */
  public Optional<String> waiting() {
    return group()
        .map(
            group -> {
              List<String> others = new ArrayList<>();
              for (int worker = 0; worker < group.size(); worker++) {
                if (worker != group.index()) {
                  others.add("worker %d (%s)".formatted(worker, group.addresses().get(worker)));
                }
              }
              return "worker %d of %d (%s) waits up to %s for %s"
                  .formatted(
                      group.index(),
                      group.size(),
                      group.addresses().get(group.index()),
                      DurationText.format(group.timeout()),
                      String.join(", ", others));
            });
  }

  /** What makes the engines of this process. */
  public EngineFactory engines(Compute compute) {
    return group()
        .<EngineFactory>map(group -> new WorkerEngines(compute, group))
        .orElseGet(() -> new TensorFlowEngines(compute));
  }
}
