package org.tinyrecursive.modeltf.graph;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ForwardDtype;

/**
 * The hardware that a graph runs on.
 *
 * @param threads threads of one operation; the same number gives the same bits
 */
public record Compute(int threads) {
  public Compute {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", allowed: 1 and above");
    }
  }

  /** All cores of this machine. */
  public static Compute allCores() {
    return new Compute(Runtime.getRuntime().availableProcessors());
  }

  /** Session settings for this hardware. */
  public ConfigProto session() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(threads)
        .setAllowSoftPlacement(true)
        .build();
  }

  /** The number format of the forward pass; this build runs on CPUs, so AUTO is float32. */
  public Class<? extends TFloating> dtype(ForwardDtype dtype) {
    return dtype == ForwardDtype.BFLOAT16 ? TBfloat16.class : TFloat32.class;
  }

  /** Bytes of one value of a forward format. */
  public static int bytesPerValue(Class<? extends TFloating> dtype) {
    return dtype.equals(TBfloat16.class) ? 2 : 4;
  }
}
