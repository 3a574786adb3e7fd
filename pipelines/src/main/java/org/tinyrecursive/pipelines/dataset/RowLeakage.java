package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.values.PCollection;
import org.tinyrecursive.transforms.beam.Companion;
import org.tinyrecursive.transforms.beam.FindLeakedRows;
import org.tinyrecursive.transforms.beam.PuzzleLeakage;
import org.tinyrecursive.transforms.beam.PuzzleRow;
import org.tinyrecursive.transforms.beam.QuestionForm;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * The search for leakage in a dataset whose raw records are rows. Where there is one split alone,
 * nothing is looked for.
 *
 * @param files of both splits
 * @param onLeakage what to do where a test row is also learned
 */
record RowLeakage(RawFiles files, OnLeakage onLeakage) {
  /** The names of the files that {@link #search} makes. */
  Set<String> companions() {
    return files.hasBothSplits() ? Set.of(LeakageReport.FILE_NAME) : Set.of();
  }

  /**
   * Adds the search to a graph.
   *
   * @param form when two questions count as equal
   */
  List<Companion> search(
      PCollection<PuzzleRow> train, PCollection<PuzzleRow> test, QuestionForm form) {
    return files.hasBothSplits()
        ? List.of(
            PuzzleLeakage.of(train, test, new FindLeakedRows(form, files.sources()), onLeakage))
        : List.of();
  }
}
