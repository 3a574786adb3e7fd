package org.tinyrecursive.transforms.dataset.compare;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * A 64-bit hash of the examples of every puzzle of a split, whatever ids they have. Equal contents
 * have equal hashes; among n puzzles two different ones share a hash with a chance of about n² /
 * 2⁶⁵.
 */
final class ContentHashes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ContentHashes() {}

  /** By position of the puzzle. */
  static long[] of(Split split) {
    long[] hashes = new long[split.puzzleCount()];
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor()) {
      for (int puzzle = 0; puzzle < hashes.length; puzzle++) {
        long hash = 0;
        for (int i = split.exampleOffset(puzzle); i < split.exampleOffset(puzzle + 1); i++) {
          cursor.copy(i, inputs, 0, labels, 0);
          hash = add(add(hash, inputs), labels);
        }
        hashes[puzzle] = hash;
      }
    }
    return hashes;
  }

  private static long add(long hash, byte[] bytes) {
    long sum = mix(hash + bytes.length);
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      sum = mix(sum ^ (long) LONGS.get(bytes, at));
    }
    for (; at < bytes.length; at++) {
      sum = mix(sum ^ bytes[at]);
    }
    return sum;
  }

  /** The finalizer of SplitMix64, after a step that keeps 0 from being a fixed point. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
