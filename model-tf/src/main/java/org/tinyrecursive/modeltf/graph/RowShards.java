package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.workers.Exchange;

/**
 * Tensors with a row for each row of the batch, cut into the parts that devices hold, and joined.
 * Checkpoints have them whole, so that a run may go on with another number of devices.
 *
 * @param partition whose rows are where
 */
record RowShards(Partition partition) {
  private static final String DEVICE = "@";

  /** What the name of a variable of a device ends in; nothing where there is one device. */
  String suffix(int device) {
    return partition.devices() == 1 ? "" : DEVICE + device;
  }

  /** Joins the parts of this worker's devices, each where its first part was. */
  List<NamedTensor> join(List<NamedTensor> tensors) {
    Map<String, List<NamedTensor>> parts = new LinkedHashMap<>();
    for (NamedTensor tensor : tensors) {
      int mark = tensor.name().indexOf(DEVICE);
      String name = mark < 0 ? tensor.name() : tensor.name().substring(0, mark);
      parts.computeIfAbsent(name, n -> new ArrayList<>()).add(tensor);
    }
    List<NamedTensor> joined = new ArrayList<>();
    parts.forEach((name, some) -> joined.add(some.size() == 1 ? some.get(0) : joined(name, some)));
    return joined;
  }

  /**
   * The tensors with those that have a row for each row of the batch made whole, for the worker
   * that leads: all others hand in their rows, and get back their own.
   */
  List<NamedTensor> collect(List<NamedTensor> local, Exchange workers) {
    List<NamedTensor> whole = new ArrayList<>();
    for (NamedTensor tensor : local) {
      whole.add(tensor.name().startsWith(ActState.PREFIX) ? collect(tensor, workers) : tensor);
    }
    return whole;
  }

  private static NamedTensor collect(NamedTensor tensor, Exchange workers) {
    byte[] mine = new byte[tensor.data().limit()];
    tensor.data().get(mine);
    List<byte[]> all = workers.collect(mine);
    List<NamedTensor> parts = new ArrayList<>();
    for (byte[] part : all) {
      parts.add(
          new NamedTensor(tensor.name(), tensor.type(), tensor.shape(), ByteBuffer.wrap(part)));
    }
    return parts.isEmpty() ? tensor : joined(tensor.name(), parts);
  }

  /** The tensors with a carry from which every row begins a new example. */
  List<NamedTensor> renewed(List<NamedTensor> local) {
    List<NamedTensor> whole = new ArrayList<>();
    for (NamedTensor tensor : local) {
      if (tensor.name().equals(ActState.HALTED)) {
        whole.add(ActState.allHalted(partition.batch()));
      } else if (tensor.name().startsWith(ActState.PREFIX)) {
        List<Long> shape = withRows(tensor, partition.batch());
        whole.add(NamedTensor.zeros(tensor.name(), tensor.type(), shape));
      } else {
        whole.add(tensor);
      }
    }
    return whole;
  }

  /** One tensor of all rows of these. */
  private static NamedTensor joined(String name, List<NamedTensor> parts) {
    ByteBuffer data = ByteBuffer.allocate(parts.stream().mapToInt(t -> t.data().limit()).sum());
    parts.forEach(part -> data.put(part.data()));
    long rows = parts.stream().mapToLong(part -> part.shape().get(0)).sum();
    NamedTensor first = parts.get(0);
    return new NamedTensor(name, first.type(), withRows(first, rows), data.flip());
  }

  /** The values with those that have a row for each row of the batch cut for this worker. */
  Map<String, NamedTensor> split(Map<String, NamedTensor> values) {
    Map<String, NamedTensor> cut = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(ActState.PREFIX)) {
            for (int device = 0; device < partition.devices(); device++) {
              cut.put(name + suffix(device), part(value, device));
            }
          } else {
            cut.put(name, value);
          }
        });
    return cut;
  }

  /** A value of another number of rows stays whole, and is refused where its shape is compared. */
  private NamedTensor part(NamedTensor whole, int device) {
    if (whole.shape().isEmpty() || whole.shape().get(0) != partition.batch()) {
      return whole;
    }
    int rowBytes = whole.data().limit() / partition.batch();
    ByteBuffer data =
        whole.data().slice(partition.firstRow(device) * rowBytes, partition.share() * rowBytes);
    String name = whole.name() + suffix(device);
    return new NamedTensor(name, whole.type(), withRows(whole, partition.share()), data);
  }

  private static List<Long> withRows(NamedTensor tensor, long rows) {
    List<Long> shape = new ArrayList<>(tensor.shape());
    shape.set(0, rows);
    return shape;
  }
}
