package org.tinyrecursive.modeltf.graph;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tinyrecursive.modeltf.graph.Device.Kind;
import org.tinyrecursive.transforms.InputRefusedException;

/** The devices of this machine that the native library can use. */
public final class LocalDevices {
  private LocalDevices() {}

  /** All GPUs; the processor where there is none. */
  public static List<Device> all() {
    int gpus = gpus();
    return gpus == 0
        ? List.of(Device.CPU)
        : IntStream.range(0, gpus).mapToObj(i -> new Device(Kind.GPU, i)).toList();
  }

  /**
   * The devices, if this machine has them. Any number of CPU devices can be had.
   *
   * @throws InputRefusedException if it has not, naming those it has
   */
  public static List<Device> check(List<Device> devices) {
    if (devices.get(0).kind() == Kind.GPU) {
      int gpus = gpus();
      for (Device device : devices) {
        if (device.index() >= gpus) {
          throw new InputRefusedException(
              "--devices names %s, TensorFlow finds %s here; give --devices %s, or see trm doctor"
                  .formatted(
                      device,
                      gpus == 0 ? "no GPU" : "gpu:0 to gpu:" + (gpus - 1),
                      gpus == 0 ? Device.CPU : "gpu:0"));
        }
      }
    }
    return devices;
  }

  /**
   * Memory that TensorFlow may take on a GPU, in bytes: what was free when it first saw it, less a
   * reserve. Empty where TensorFlow does not say.
   */
  static OptionalLong memory(Device gpu) {
    List<Long> found = gpuMemory();
    return gpu.index() < found.size() && found.get(gpu.index()) > 0
        ? OptionalLong.of(found.get(gpu.index()))
        : OptionalLong.empty();
  }

  private static int gpus() {
    return gpuMemory().size();
  }

  /** Bytes of every GPU that a session sees; the Java layer has no call for it. */
  private static List<Long> gpuMemory() {
    try (TF_Status status = TF_Status.newStatus();
        TF_Graph graph = TF_Graph.newGraph();
        TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
        TF_Session session = TF_Session.newSession(graph, options, status)) {
      status.throwExceptionIfNotOK();
      TF_DeviceList found = TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      List<Long> gpus = new ArrayList<>();
      for (int i = 0; i < TF_DeviceListCount(found); i++) {
        if (TF_DeviceListType(found, i, status).getString().equals(Kind.GPU.name())) {
          gpus.add(TF_DeviceListMemoryBytes(found, i, status));
        }
      }
      TF_DeleteDeviceList(found);
      return gpus;
    }
  }
}
