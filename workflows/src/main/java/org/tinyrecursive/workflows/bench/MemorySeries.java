package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.config.Recompute;

/**
 * Runs {@code trm bench train} once for each batch size, with everything kept and with blocks
 * computed again, each in a process of its own and with all rows in one pass: what a row of a pass
 * takes of memory, and what recomputation takes of time.
 */
final class MemorySeries {
  private final List<String> same;
  private final List<Integer> batches;
  private final Consumer<String> progress;

  /**
   * @param same arguments of every process
   * @param batches rows of a step, two and more different numbers
   * @param progress is told what comes next
   */
  MemorySeries(List<String> same, List<Integer> batches, Consumer<String> progress) {
    this.same = List.copyOf(same);
    this.batches = List.copyOf(batches);
    this.progress = progress;
  }

  /**
   * Measures both ways for one batch size after the other, so that both see the same machine.
   *
   * @throws IOException if a process fails, with what it said
   */
  MemoryReport run() throws IOException, InterruptedException {
    List<MemoryReport.Row> rows = new ArrayList<>();
    for (int batch : batches) {
      Measured kept = measure(batch, Recompute.NONE);
      Measured recomputed = measure(batch, Recompute.BLOCKS);
      rows.add(
          new MemoryReport.Row(
              batch,
              kept.peakRssMb(),
              recomputed.peakRssMb(),
              kept.msPerStep(),
              recomputed.msPerStep(),
              MemoryReport.ratio(recomputed.msPerStep(), kept.msPerStep()),
              MemoryReport.ratio(recomputed.cpuMsPerStep(), kept.cpuMsPerStep())));
    }
    return MemoryReport.of(rows);
  }

  private record Measured(double peakRssMb, double msPerStep, double cpuMsPerStep) {}

  private Measured measure(int batch, Recompute recompute)
      throws IOException, InterruptedException {
    String way = recompute.name().toLowerCase(Locale.ROOT);
    String what = "batch %d, memory.recompute %s".formatted(batch, way);
    progress.accept("measuring " + what);
    List<String> arguments = new ArrayList<>(same);
    arguments.add("--batch-size=" + batch);
    arguments.add("--set=memory.micro_batch_size=" + batch);
    arguments.add("--set=memory.recompute=" + way);
    try (BenchProcess process = BenchProcess.start(what, List.of(), arguments)) {
      JsonNode result = process.result();
      return new Measured(
          result.path("peak_rss_mb").asDouble(),
          result.path("median_ms_per_step").asDouble(),
          result.path("mean_cpu_ms_per_step").asDouble());
    }
  }
}
