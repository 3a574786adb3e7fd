package org.tinyrecursive.transforms.arc;

/** A set of hashes of a known number: open addressing, no boxes. */
final class LongSet {
  private static final int MIN_SLOTS = 16;

  private final long[] slots;
  private boolean hasZero;

  /**
   * @param capacity values at most
   */
  LongSet(int capacity) {
    long slotCount = Long.highestOneBit(Math.max(MIN_SLOTS, 2L * capacity - 1)) * 2;
    slots = new long[Math.toIntExact(slotCount)];
  }

  /** Adds a value that is well mixed; whether it was not there before. */
  boolean add(long value) {
    if (value == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int slot = (int) value & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = value;
    return true;
  }
}
