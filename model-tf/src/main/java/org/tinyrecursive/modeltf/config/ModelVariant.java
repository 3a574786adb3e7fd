package org.tinyrecursive.modeltf.config;

import java.util.Locale;

/** The published models: what they keep between steps and how they refine it. */
public enum ModelVariant {
  /** Tiny Recursive Model (arXiv 2510.04871): answer z_H and latent z_L, one module for both. */
  TRM,
  /** One latent that is answer and thought at once (same paper, ablation). */
  TRM_SINGLEZ,
  /** Six low latents, refined one by one, and the answer z_H (same paper, ablation). */
  TRM_HIER6,
  /**
   * Hierarchical Reasoning Model (arXiv 2506.21734): two modules, gradient through the very last
   * use of each. It always learns q_continue.
   */
  HRM,
  /** One deep module, applied once per supervision step. */
  TRANSFORMERS_BASELINE;

  /** Low latents of {@link #TRM_HIER6}. */
  public static final int LOW_LATENTS = 6;

  /** As it is written in a recipe, such as {@code trm-hier6}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the variant has the module H_level, of H_layers blocks. */
  public boolean hasHighModule() {
    return this == HRM || this == TRANSFORMERS_BASELINE;
  }

  /** Whether the variant has the module L_level, of L_layers blocks. */
  public boolean hasLowModule() {
    return this != TRANSFORMERS_BASELINE;
  }
}
