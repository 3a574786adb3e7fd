package org.tinyrecursive.modeltf.config;

/** The number format of the forward pass; parameters and optimizer stay float32. */
public enum ForwardDtype {
  /** bfloat16 where a GPU is used, float32 on a CPU. */
  AUTO,
  FLOAT32,
  BFLOAT16
}
