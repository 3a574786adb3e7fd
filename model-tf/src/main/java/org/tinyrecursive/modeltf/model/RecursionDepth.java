package org.tinyrecursive.modeltf.model;

import org.tinyrecursive.modeltf.config.ModelConfig;

/**
 * How many blocks a supervision step applies.
 *
 * @param forward all of them
 * @param backward those of them that gradients flow through
 */
public record RecursionDepth(int forward, int backward) {

  /** The depth of a model. */
  public static RecursionDepth of(ModelConfig config) {
    int high = config.hLayers();
    int low = config.lLayers();
    return switch (config.variant()) {
      case TRM, TRM_SINGLEZ, TRM_HIER6 -> {
        int cycle = (config.lCycles() + 1) * low;
        yield new RecursionDepth(config.hCycles() * cycle, cycle);
      }
      case HRM ->
          new RecursionDepth(config.hCycles() * (config.lCycles() * low + high), low + high);
      case TRANSFORMERS_BASELINE -> new RecursionDepth(high, high);
    };
  }
}
