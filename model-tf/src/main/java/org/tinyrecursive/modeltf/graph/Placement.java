package org.tinyrecursive.modeltf.graph;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationDevice;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetRequestedDevice;

import java.util.Iterator;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.op.Ops;

/**
 * Puts operations on the devices of a session. TensorFlow's own gradients need a call of their own:
 * they take no device from the scope in which they are asked for, and would all run on the first.
 */
final class Placement {
  private final Graph graph;
  private final List<Device> devices;

  Placement(Graph graph, Compute compute) {
    this.graph = graph;
    devices = compute.devices();
  }

  /** One device that is TensorFlow's own first choice: nothing needs to be said. */
  private boolean isDefault() {
    return devices.size() == 1 && devices.get(0).index() == 0;
  }

  /** Operations on the device of this number. */
  Ops on(int number) {
    Ops tf = Ops.create(graph);
    return isDefault() ? tf : devices.get(number).on(tf);
  }

  /**
   * Puts every operation that is on no device yet on the one of this number. Before a session is
   * opened.
   */
  void place(int number) {
    if (isDefault()) {
      return;
    }
    Device device = devices.get(number);
    // The call tells a graph's sessions of the change. There are none yet, so any graph will do,
    // and the Java layer keeps its own to itself.
    try (TF_Graph noSessions = TF_Graph.newGraph()) {
      for (Iterator<GraphOperation> all = graph.operations(); all.hasNext(); ) {
        TF_Operation operation = all.next().getUnsafeNativeHandle();
        if (TF_OperationDevice(operation).getString().isEmpty()) {
          TF_SetRequestedDevice(noSessions, operation, device.path());
        }
      }
    }
  }
}
