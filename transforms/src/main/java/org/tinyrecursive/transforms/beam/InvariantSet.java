package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Invariants of questions, 8 bytes each; small enough to be given to every worker. */
final class InvariantSet implements Serializable {
  private static final long serialVersionUID = 1;

  private long[] values = new long[16];
  private int size;

  /** Gathers the set; to be asked only once it is {@link #sorted}, as it leaves here. */
  static final class Gather extends CombineFn<Long, InvariantSet, InvariantSet> {
    private static final long serialVersionUID = 1;

    @Override
    public InvariantSet createAccumulator() {
      return new InvariantSet();
    }

    @Override
    public InvariantSet addInput(InvariantSet set, Long value) {
      set.add(value);
      return set;
    }

    @Override
    public InvariantSet mergeAccumulators(Iterable<InvariantSet> sets) {
      InvariantSet all = new InvariantSet();
      for (InvariantSet set : sets) {
        for (int i = 0; i < set.size; i++) {
          all.add(set.values[i]);
        }
      }
      return all;
    }

    @Override
    public InvariantSet extractOutput(InvariantSet set) {
      return set.sorted();
    }
  }

  /** Whether a value is in the set. */
  boolean contains(long value) {
    return Arrays.binarySearch(values, 0, size, value) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvariantSet set
        && Arrays.equals(values, 0, size, set.values, 0, set.size);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(Arrays.copyOf(values, size));
  }

  private void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  private InvariantSet sorted() {
    InvariantSet set = new InvariantSet();
    set.values = Arrays.stream(values, 0, size).sorted().distinct().toArray();
    set.size = set.values.length;
    return set;
  }
}
