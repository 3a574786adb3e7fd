package org.tinyrecursive.modeltf.graph;

import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How the rows of the global batch are shared out: equal runs of rows, worker by worker, and within
 * a worker device by device.
 *
 * @param batch rows of the global batch
 * @param workers processes
 * @param worker this process, from 0
 * @param devices of each worker
 */
record Partition(int batch, int workers, int worker, int devices) {
  /**
   * A partition in which every device has the same number of rows.
   *
   * @throws InputRefusedException if the batch cannot be shared evenly, naming sizes that can
   */
  Partition {
    int shares = workers * devices;
    if (batch % shares != 0) {
      int below = batch / shares * shares;
      String sizes =
          below > 0 ? "%d or %d".formatted(below, below + shares) : String.valueOf(shares);
      throw new InputRefusedException(
          "train.global_batch_size is %d, which %s cannot share evenly; set it to %s, or give another number of devices"
              .formatted(batch, sharers(workers, devices), sizes));
    }
  }

  /** One device has all rows. */
  static Partition whole(int batch) {
    return new Partition(batch, 1, 0, 1);
  }

  private static String sharers(int workers, int devices) {
    return workers == 1
        ? devices + " devices"
        : "%d workers with %d device%s each".formatted(workers, devices, devices == 1 ? "" : "s");
  }

  /** Rows of one device. */
  int share() {
    return batch / (workers * devices);
  }

  /** Rows of all devices of this worker. */
  int localRows() {
    return share() * devices;
  }

  /** The row of the global batch that is the first of this worker. */
  int firstRow() {
    return worker * localRows();
  }

  /** The row of the global batch that is the first of a device of this worker. */
  int firstRow(int device) {
    return firstRow() + device * share();
  }
}
