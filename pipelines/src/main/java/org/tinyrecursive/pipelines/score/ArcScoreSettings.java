package org.tinyrecursive.pipelines.score;

import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What votes, and on what.
 *
 * @param predictions folders of {@code trm predict arc}, or files or folders of JSON lines; votes
 *     of several are pooled
 * @param tasks {@code test_puzzles.json} of a dataset or a challenges file
 * @param solutions the answers, where the tasks do not have them; empty: the tasks' own
 * @param identifiers a list of the names of all puzzles, outside of which none is taken; empty: any
 *     name is
 * @param maxRejects rows that may be refused, 0 and above
 */
public record ArcScoreSettings(
    List<String> predictions,
    String tasks,
    Optional<String> solutions,
    Optional<String> identifiers,
    long maxRejects) {
  public ArcScoreSettings {
    predictions = List.copyOf(predictions);
    if (predictions.isEmpty()) {
      throw new InputRefusedException("--predictions names none; name at least one file or folder");
    }
    if (maxRejects < 0) {
      throw new InputRefusedException("--max-rejects is " + maxRejects + ", allowed: 0 and above");
    }
  }

  /** Votes of one source on tasks that have their answers; no reject is allowed. */
  public static ArcScoreSettings of(String predictions, String tasks) {
    return new ArcScoreSettings(List.of(predictions), tasks, Optional.empty(), Optional.empty(), 0);
  }
}
