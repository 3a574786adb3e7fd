package org.tinyrecursive.modeltf.graph;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that a training step has to fit into: the machine's, which all CPU devices share, or
 * of GPUs, where each has its own, that of the one with the least.
 *
 * @param kind of the devices
 * @param where it is, for messages
 * @param bytes that may still be taken; empty where nobody tells
 * @param devices that share it
 */
record MemoryPool(Device.Kind kind, String where, OptionalLong bytes, int devices) {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryPool.class);

  /** Tells what a GPU has for a step. */
  @FunctionalInterface
  interface Probe {
    /** In bytes; empty if unknown. */
    OptionalLong bytes(Device gpu);
  }

  /** The pool of the devices of this process. */
  static MemoryPool of(Compute compute, Probe gpus) {
    if (compute.devices().get(0).kind() == Device.Kind.CPU) {
      return machine(AvailableMemory.bytes(), compute.devices().size());
    }
    MemoryPool least = null;
    for (Device gpu : compute.devices()) {
      OptionalLong bytes = gpus.bytes(gpu);
      if (bytes.isEmpty()) {
        LOG.warn(
            "{} does not tell how much memory it has: whether a step fits is not foreseen; if it"
                + " does not, set memory.micro_batch_size",
            gpu);
        return gpu(gpu, bytes);
      }
      if (least == null || bytes.getAsLong() < least.bytes().orElseThrow()) {
        least = gpu(gpu, bytes);
      }
    }
    return least;
  }

  private static MemoryPool gpu(Device gpu, OptionalLong bytes) {
    return new MemoryPool(Device.Kind.GPU, gpu.toString(), bytes, 1);
  }

  /** Main memory, shared by so many devices. */
  static MemoryPool machine(long bytes, int devices) {
    return new MemoryPool(Device.Kind.CPU, "this machine", OptionalLong.of(bytes), devices);
  }

  /** Whether other programs live in it too, as they do in main memory. */
  boolean isShared() {
    return kind == Device.Kind.CPU;
  }
}
