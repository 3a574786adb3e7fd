package org.tinyrecursive.modeltf.config;

/** What is kept of the forward pass for the backward pass. */
public enum Recompute {
  /** NONE where the whole batch fits into memory that way, else BLOCKS. */
  AUTO,
  /** Everything inside every block: fastest, and about four times the memory. */
  NONE,
  /** Only the inputs of blocks; a block is computed again when its gradient is due. */
  BLOCKS
}
