package org.tinyrecursive.pipelines.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.align.NearCopies;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * Rows of a validation split that say something about new sequences. Left out is one with a chain
 * that is a near copy of a chain of the train split (see {@link NearCopies}), or all of which is
 * one of a row that is kept.
 */
public final class UnseenRows {
  private UnseenRows() {}

  /** The rows that stay, in their order. */
  public static List<RnaRow> of(List<RnaRow> train, List<RnaRow> validation) {
    NearCopies trained = new NearCopies();
    for (RnaRow row : train) {
      chains(row).forEach(trained::add);
    }
    NearCopies keptAlready = new NearCopies();
    List<RnaRow> kept = new ArrayList<>();
    for (RnaRow row : validation) {
      String letters = row.letters();
      if (chains(row).stream().noneMatch(trained::contains) && !keptAlready.contains(letters)) {
        kept.add(row);
        keptAlready.add(letters);
      }
    }
    return kept;
  }

  private static List<String> chains(RnaRow row) {
    RnaTarget target = TrainingExamples.target(row);
    List<String> chains = new ArrayList<>();
    for (ChainSpan span : target.chains()) {
      chains.add(target.sequence().letters().substring(span.from(), span.to()));
    }
    return chains;
  }
}
