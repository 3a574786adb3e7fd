package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs {@code trm bench train} in processes of their own: with one device and more, then with two
 * workers that have a core each, beside one that has a core and half the batch.
 */
final class ScalingBenchmark {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  private final List<String> same;
  private final int batch;
  private final List<String> devices;
  private final int threads;
  private final Consumer<String> progress;

  /**
   * @param same arguments of every process
   * @param batch rows of a step
   * @param devices all that are measured, the first alone first
   * @param threads of one operation, where all cores may be used
   * @param progress is told what comes next
   */
  ScalingBenchmark(
      List<String> same, int batch, List<String> devices, int threads, Consumer<String> progress) {
    this.same = List.copyOf(same);
    this.batch = batch;
    this.devices = List.copyOf(devices);
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Measures everything, one way after the other.
   *
   * @throws IOException if a process fails, with what it said
   */
  ScalingReport run() throws IOException, InterruptedException {
    List<ScalingReport.Row> rows = new ArrayList<>();
    for (int count = 1; count <= devices.size(); count++) {
      String some = String.join(",", devices.subList(0, count));
      if (batch % count == 0) {
        rows.add(alone(some, List.of(), batch, "--threads=" + threads, "--devices=" + some));
      }
    }
    if (batch % 2 == 1
        || Runtime.getRuntime().availableProcessors() < 2
        || !Files.isExecutable(TASKSET)) {
      progress.accept(
          "two processes are not measured: that takes an even batch, two cores and taskset");
      return new ScalingReport(rows, null);
    }
    // Before and after, for the machine may be busier at one of these times; the faster counts.
    ScalingReport.Row before = half();
    ScalingReport.Row two = twoProcesses();
    ScalingReport.Row after = half();
    ScalingReport.Row ideal = after.medianMsPerStep() < before.medianMsPerStep() ? after : before;
    rows.add(ideal);
    rows.add(two);
    return new ScalingReport(rows, two.medianMsPerStep() / ideal.medianMsPerStep());
  }

  private ScalingReport.Row half() throws IOException, InterruptedException {
    return alone(
        "one process, one core, half batch",
        onCore(0),
        batch / 2,
        "--threads=1",
        "--devices=cpu:0");
  }

  private ScalingReport.Row twoProcesses() throws IOException, InterruptedException {
    String addresses;
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      addresses = "127.0.0.1:%d,127.0.0.1:%d".formatted(one.getLocalPort(), two.getLocalPort());
    }
    String what = "two processes, one core each";
    try (BenchProcess first = worker(what, addresses, 0);
        BenchProcess second = worker(what, addresses, 1)) {
      ScalingReport.Row row = measure(what, batch, first);
      second.result();
      return row;
    }
  }

  private BenchProcess worker(String what, String addresses, int index) throws IOException {
    return start(
        what,
        onCore(index),
        batch,
        "--threads=1",
        "--devices=cpu:0",
        "--workers=" + addresses,
        "--worker-index=" + index);
  }

  private static List<String> onCore(int core) {
    return List.of(TASKSET.toString(), "-c", String.valueOf(core));
  }

  private ScalingReport.Row alone(String what, List<String> launcher, int rows, String... more)
      throws IOException, InterruptedException {
    try (BenchProcess process = start(what, launcher, rows, more)) {
      return measure(what, rows, process);
    }
  }

  private BenchProcess start(String what, List<String> launcher, int rows, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(same);
    arguments.add("--batch-size=" + rows);
    arguments.addAll(List.of(more));
    return BenchProcess.start(what, launcher, arguments);
  }

  private ScalingReport.Row measure(String what, int rows, BenchProcess process)
      throws IOException, InterruptedException {
    progress.accept("measuring %s, batch %d".formatted(what, rows));
    JsonNode result = process.result();
    return new ScalingReport.Row(
        what,
        rows,
        result.path("median_ms_per_step").asDouble(),
        result.path("p95_ms_per_step").asDouble(),
        result.path("examples_per_second").asDouble(),
        result.path("share_of_ceiling").asDouble(),
        result.path("peak_rss_mb").asDouble());
  }
}
