package org.tinyrecursive.modeltf.graph;

import java.util.List;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;
import org.tinyrecursive.modeltf.config.ForwardDtype;

/**
 * The hardware that a graph runs on.
 *
 * @param threads threads of one operation; the same number gives the same bits
 * @param devices what makes a training step together, each an equal share of the batch; all of one
 *     kind
 */
public record Compute(int threads, List<Device> devices) {
  public Compute {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", allowed: 1 and above");
    }
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("no device");
    }
    devices = List.copyOf(devices);
  }

  /** The processor as one device. */
  public Compute(int threads) {
    this(threads, List.of(Device.CPU));
  }

  /** All cores of this machine. */
  public static Compute allCores() {
    return new Compute(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Which device has which rows of a batch.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if they cannot be shared evenly
   */
  Partition partition(int batch) {
    return new Partition(batch, 1, 0, devices.size());
  }

  /** Session settings for this hardware. */
  public ConfigProto session() {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads)
            .setAllowSoftPlacement(true);
    if (usesGpus()) {
      config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    } else {
      int cpus = devices.stream().mapToInt(Device::index).max().orElseThrow() + 1;
      config.putDeviceCount("CPU", cpus).putDeviceCount("GPU", 0);
    }
    return config.build();
  }

  /** The number format of the forward pass: AUTO is bfloat16 on GPUs and float32 on CPUs. */
  public Class<? extends TFloating> dtype(ForwardDtype dtype) {
    return switch (dtype) {
      case BFLOAT16 -> TBfloat16.class;
      case FLOAT32 -> TFloat32.class;
      case AUTO -> usesGpus() ? TBfloat16.class : TFloat32.class;
    };
  }

  private boolean usesGpus() {
    return devices.get(0).kind() == Device.Kind.GPU;
  }

  /** Bytes of one value of a forward format. */
  public static int bytesPerValue(Class<? extends TFloating> dtype) {
    return dtype.equals(TBfloat16.class) ? 2 : 4;
  }
}
