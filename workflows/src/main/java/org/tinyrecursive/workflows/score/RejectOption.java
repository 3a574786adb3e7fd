package org.tinyrecursive.workflows.score;

import picocli.CommandLine.Option;

/** How many rows may be refused where predictions are scored. Use it as a {@code @Mixin}. */
final class RejectOption {
  @Option(
      names = "--max-rejects",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows that may be refused")
  private long maxRejects;

  long maxRejects() {
    return maxRejects;
  }
}
