package org.tinyrecursive.modeltf.train;

/** Which weights an evaluation uses. */
public enum WeightSet {
  /** The weights as the optimizer left them. */
  RAW,
  /** Their exponential moving average. */
  EMA
}
