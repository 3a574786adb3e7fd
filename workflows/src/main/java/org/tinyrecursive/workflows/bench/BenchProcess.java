package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code trm bench train} in a process of its own, so that its memory is that of one step alone.
 */
final class BenchProcess implements AutoCloseable {
  private final String what;
  private final Process process;
  private final Path log;

  private BenchProcess(String what, Process process, Path log) {
    this.what = what;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param what it measures, for messages
   * @param launcher program and arguments that start it, such as {@code taskset -c 0}; may be empty
   * @param arguments of {@code trm bench train}
   */
  static BenchProcess start(String what, List<String> launcher, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.tinyrecursive.workflows.Main", "bench", "train"));
    command.addAll(arguments);
    command.add("--format=json");
    Path log = Files.createTempFile("trm-bench", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new BenchProcess(what, process, log);
  }

  /**
   * Waits for its result.
   *
   * @throws IOException if it fails, with what it said last
   */
  JsonNode result() throws IOException, InterruptedException {
    int code = process.waitFor();
    try (Stream<String> lines = Files.lines(log)) {
      String last = lines.reduce("", (before, line) -> line.isBlank() ? before : line);
      if (code != 0) {
        throw new IOException("the process with %s failed: %s".formatted(what, last));
      }
      return new ObjectMapper().readTree(last);
    }
  }

  /** Ends the process if it still runs. */
  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(log);
  }
}
