package org.tinyrecursive.workflows.doctor;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tinyrecursive.workflows.cli.DurationText;

/** Whether the native TensorFlow library loads. */
final class TensorFlowCheck implements Check {
  private final Supplier<String> version;

  /**
   * @param version loads the library and returns its version, or throws a {@link LinkageError}
   */
  TensorFlowCheck(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public List<Finding> findings() {
    long start = System.nanoTime();
    try {
      String loaded = version.get();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return List.of(Finding.ok("tensorflow", loaded + ", loaded in " + DurationText.format(took)));
    } catch (LinkageError unloadable) {
      return List.of(
          Finding.problem(
              "tensorflow",
              "the native library does not load: " + rootCause(unloadable),
              "it is built for Linux x86-64 with glibc 2.31 or newer; empty JavaCPP's cache if an"
                  + " extraction was cut off"));
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
