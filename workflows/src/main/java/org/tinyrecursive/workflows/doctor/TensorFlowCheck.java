package org.tinyrecursive.workflows.doctor;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tinyrecursive.modeltf.nativelib.NativeTensorFlow.Build;
import org.tinyrecursive.workflows.cli.DurationText;

/** Whether the native TensorFlow library loads. */
final class TensorFlowCheck implements Check {
  private final Supplier<String> version;
  private final Build build;

  /**
   * @param version loads the library and returns its version, or throws a {@link LinkageError}
   * @param build which library it is
   */
  TensorFlowCheck(Supplier<String> version, Build build) {
    this.version = version;
    this.build = build;
  }

  @Override
  public List<Finding> findings() {
    long start = System.nanoTime();
    try {
      String loaded = version.get();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      String made =
          build == Build.GPU ? " for NVIDIA GPUs and the processor" : " for the processor";
      return List.of(
          Finding.ok("tensorflow", loaded + made + ", loaded in " + DurationText.format(took)));
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
