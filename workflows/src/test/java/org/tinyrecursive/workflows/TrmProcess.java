package org.tinyrecursive.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code trm} commands in processes of their own, as a user starts them. */
public record TrmProcess(Process process, Path log) {
  private static final long LONGEST_SECONDS = 120;

  /** Starts a command whose output goes to a file. */
  public static TrmProcess start(Path log, Object... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.tinyrecursive.workflows.Main");
    Arrays.stream(args).map(String::valueOf).forEach(command::add);
    return new TrmProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** A dataset of generated 4×4 puzzles, 160 to train on and 40 held out. */
  public static Path dataset(Path folder) throws Exception {
    Path raw = folder.resolve("raw");
    Path data = folder.resolve("data");
    Path log = folder.resolve("data.log");
    start(
            log,
            "sample",
            "sudoku",
            "--size=4",
            "--count=160",
            "--test-count=40",
            "--output-dir",
            raw)
        .requireDone();
    start(
            log,
            "dataset",
            "sudoku",
            "--train",
            raw.resolve("train.csv"),
            "--test",
            raw.resolve("test.csv"),
            "--output-dir",
            data)
        .requireDone();
    return data;
  }

  /** Whether a process that is started from here hears Ctrl-C: it does not in the background. */
  public static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    Optional<String> ignored =
        Files.isReadable(status)
            ? Files.readAllLines(status).stream().filter(l -> l.startsWith("SigIgn:")).findFirst()
            : Optional.empty();
    return ignored
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .map(signals -> (signals & 0b10) == 0)
        .orElse(false);
  }

  /** What Ctrl-C does. */
  public void interrupt() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** What {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Waits until the output has a text. */
  public void await(String text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!output().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("'%s' never came:%n%s".formatted(text, output()));
      }
      Thread.sleep(20);
    }
  }

  /** Waits for the end. */
  public int exitCode() throws Exception {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it never ended:\n" + output());
    }
    return process.exitValue();
  }

  private void requireDone() throws Exception {
    if (exitCode() != 0) {
      throw new AssertionError(output());
    }
  }
}
