package org.tinyrecursive.workflows.sample;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of all samples. Use it as a {@code @Mixin}. */
final class SampleOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "the same seed and options give the same files")
  private long seed;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist")
  private Path outputDir;

  long seed() {
    return seed;
  }

  Path outputDir() {
    return outputDir;
  }
}
