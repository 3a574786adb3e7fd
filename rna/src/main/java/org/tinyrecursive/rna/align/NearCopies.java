package org.tinyrecursive.rna.align;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells sequences that are near copies of known ones: that share 80 % of their words of five
 * letters with one at least 0.8 times as long. What is predicted of such a one says little about
 * sequences that are new.
 */
public final class NearCopies {
  private static final double SHARED = 0.8;
  private static final double LENGTH = 0.8;

  private final Map<String, KmerProfile> known = new LinkedHashMap<>();

  /** From now on, near copies of this sequence are told. */
  public void add(String sequence) {
    known.computeIfAbsent(sequence, KmerProfile::of);
  }

  /** Whether a sequence is a near copy of one added before. */
  public boolean contains(String sequence) {
    if (known.containsKey(sequence)) {
      return true;
    }
    KmerProfile own = KmerProfile.of(sequence);
    return known.entrySet().stream()
        .anyMatch(
            other ->
                other.getKey().length() >= LENGTH * sequence.length()
                    && other.getValue().similarity(own) >= SHARED);
  }
}
