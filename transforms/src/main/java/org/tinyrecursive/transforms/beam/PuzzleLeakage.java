package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.LeakageReport.Degree;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * {@code leakage.json} of a task whose examples are rows: which test rows are also learned, see
 * {@link FindLeakedRows}.
 *
 * @param testRows how many there are
 * @param counts of the leaked ones, by degree
 * @param first of these, {@link #LISTED} at most
 * @param onLeakage what to do where there is any
 */
public record PuzzleLeakage(
    PCollectionView<Long> testRows,
    PCollectionView<Map<String, Long>> counts,
    PCollectionView<List<LeakedRow>> first,
    OnLeakage onLeakage)
    implements Companion {
  /** Leaked rows that are listed; all of them are counted. */
  public static final int LISTED = 10_000;

  /**
   * Looks for leakage.
   *
   * @param train rows that are learned
   * @param test rows that are tested
   */
  public static PuzzleLeakage of(
      PCollection<PuzzleRow> train,
      PCollection<PuzzleRow> test,
      FindLeakedRows search,
      OnLeakage onLeakage) {
    PCollection<LeakedRow> leaked =
        PCollectionTuple.of(FindLeakedRows.TRAIN, train)
            .and(FindLeakedRows.TEST, test)
            .apply("Find leakage", search);
    return new PuzzleLeakage(
        test.apply("Count test rows", Count.globally())
            .apply("Number of test rows", View.asSingleton()),
        leaked
            .apply(
                "Degrees of leakage",
                MapElements.into(TypeDescriptors.strings()).via(row -> row.match().degree().name()))
            .setCoder(StringUtf8Coder.of())
            .apply("Count leakage", Count.perElement())
            .apply("Numbers of leakage", View.asMap()),
        leaked.apply("First leakage", Top.<LeakedRow>smallest(LISTED).asSingletonView()),
        onLeakage);
  }

  @Override
  public String fileName() {
    return LeakageReport.FILE_NAME;
  }

  @Override
  public List<PCollectionView<?>> views() {
    return List.of(testRows, counts, first);
  }

  @Override
  public void write(ShardNotes notes, OutputStream out) throws IOException {
    Map<String, Long> found = notes.found(counts);
    LeakageReport report =
        LeakageReport.ofExamples(
            Math.toIntExact(notes.found(testRows)),
            found.getOrDefault(Degree.EXACT.name(), 0L),
            found.getOrDefault(Degree.SYMMETRIC.name(), 0L),
            notes.found(first).stream().map(LeakedRow::match).toList());
    onLeakage.check(report);
    out.write(report.toJson());
  }
}
