package org.tinyrecursive.modeltf.config;

/** How a step fits into memory. The result is the same up to rounding, whatever is chosen. */
public record MemoryConfig(
    @Setting(
            key = "micro_batch_size",
            help =
                "examples per pass, whose gradients are summed before one optimizer step; must"
                    + " divide global_batch_size; 0: as many as fit into memory",
            value = "0")
        int microBatchSize,
    @Setting(
            key = "recompute",
            help =
                "auto, none or blocks: compute blocks again in the backward pass instead of keeping"
                    + " what is inside them",
            value = "auto")
        Recompute recompute) {
  /** Both chosen from the memory at hand. */
  public static final MemoryConfig AUTO = new MemoryConfig(0, Recompute.AUTO);

  public MemoryConfig {
    Check.atLeast("memory.micro_batch_size", microBatchSize, 0);
  }

  /** Whether nothing is left to choose. */
  public boolean isSettled() {
    return microBatchSize > 0 && recompute != Recompute.AUTO;
  }
}
