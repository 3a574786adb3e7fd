package org.tinyrecursive.modeltf.bench;

import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.SwiGlu;
import org.tinyrecursive.modeltf.model.RecursionDepth;

/**
 * Floating-point operations of a training step's matrix products, a multiply-add counted as two;
 * what is elementwise is not counted. The backward pass of a product costs two products, and runs
 * through the blocks that have a gradient only.
 */
final class StepFlops {
  private StepFlops() {}

  /** Operations of one optimizer step over {@code rows} examples. */
  static double of(ModelConfig config, DataShape data, int rows) {
    double length = config.prefixLength() + data.seqLen();
    double width = config.hiddenSize();
    double block = block(config, length, width);
    RecursionDepth depth = RecursionDepth.of(config);
    double embedAndHead = 2.0 * 2 * data.seqLen() * data.vocabSize() * width;
    double forward = depth.forward() * block + embedAndHead;
    double backward = 2 * (depth.backward() * block + embedAndHead);
    double nextForward = config.learnsContinue() && config.haltMaxSteps() > 1 ? forward : 0;
    return rows * (forward + backward + nextForward);
  }

  private static double block(ModelConfig config, double length, double width) {
    double mixer =
        config.mlpT()
            ? swiGlu(length, config.expansion()) * width
            : 2 * length * 4 * width * width + 2 * 2 * length * length * width;
    return mixer + swiGlu(width, config.expansion()) * length;
  }

  /** One vector through a SwiGLU: three matrices of width × inner width. */
  private static double swiGlu(double width, double expansion) {
    return 2 * 3 * width * SwiGlu.innerWidth((int) width, expansion);
  }
}
