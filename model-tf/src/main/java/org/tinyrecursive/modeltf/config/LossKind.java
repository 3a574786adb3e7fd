package org.tinyrecursive.modeltf.config;

/** How logits become log-probabilities. */
public enum LossKind {
  /** s(v) = v + 1 for v ≥ 0, 1 / (1 − v) below (Prieto et al., 2025), in float64. */
  STABLEMAX_CROSS_ENTROPY,
  SOFTMAX_CROSS_ENTROPY
}
