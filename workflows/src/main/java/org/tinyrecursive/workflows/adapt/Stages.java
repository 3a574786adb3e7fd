package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tinyrecursive.workflows.cli.DurationText;
import org.tinyrecursive.workflows.report.Stage;

/** Runs one stage after another, says how each went, and keeps the time. */
final class Stages {
  private final PrintWriter err;
  private final long start = System.nanoTime();
  private final List<Stage> done = new ArrayList<>();

  Stages(PrintWriter err) {
    this.err = err;
  }

  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * Runs a stage.
   *
   * @param note what came of it, for people
   */
  <T> T run(String name, Work<T> work, Function<T, String> note)
      throws IOException, InterruptedException {
    err.printf("%s%n", name);
    err.flush();
    long begin = System.nanoTime();
    T made = work.run();
    Stage stage = new Stage(name, Duration.ofNanos(System.nanoTime() - begin), note.apply(made));
    done.add(stage);
    err.printf("    %s, in %s%n", stage.note(), DurationText.format(stage.elapsed()));
    err.flush();
    return made;
  }

  /** Time since the first stage could begin. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** When they began, by {@link System#nanoTime}. */
  long startNanos() {
    return start;
  }

  /** Wall time by stage. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    done.forEach(stage -> seconds.put(stage.name(), stage.elapsed().toMillis() / 1e3));
    return seconds;
  }
}
