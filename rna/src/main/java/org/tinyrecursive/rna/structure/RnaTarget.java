package org.tinyrecursive.rna.structure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of a sequences file: RNA whose structure is asked for, or known.
 *
 * @param id unique name, such as {@code 1SCL_A}
 * @param sequence of all chains and copies, one after the other
 * @param cutoff day on which its structure became known, or up to which knowledge may be used
 * @param description free text, may be empty
 * @param chains parts of the sequence, which they cover in order
 */
public record RnaTarget(
    String id, Sequence sequence, LocalDate cutoff, String description, List<ChainSpan> chains)
    implements Serializable {
  /**
   * @throws IllegalArgumentException if the chains do not cover the sequence
   */
  public RnaTarget {
    chains = List.copyOf(chains);
    int end = 0;
    for (ChainSpan chain : chains) {
      if (chain.from() != end) {
        throw new IllegalArgumentException(id + ": chains " + chains + " leave a gap or overlap");
      }
      end = chain.to();
    }
    if (end != sequence.length()) {
      throw new IllegalArgumentException(
          "%s: chains end at %d, the sequence at %d".formatted(id, end, sequence.length()));
    }
  }

  /** A target of one chain. */
  public static RnaTarget ofOneChain(String id, Sequence sequence, LocalDate cutoff) {
    return new RnaTarget(id, sequence, cutoff, "", List.of(ChainSpan.whole(sequence.length())));
  }
}
