package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * The last step: once all shards and rejects are whole, checks that there is a dataset at all, and
 * writes its manifest. Where rows were refused beyond the limit, this is where the build fails.
 */
public final class WriteManifest
    extends PTransform<PCollection<WrittenShard>, PCollection<String>> {
  private static final long serialVersionUID = 1;

  private final String directory;
  private final String rejectsPlace;
  private final ManifestSettings settings;
  private final RejectLimit limit;
  private final PCollection<RowReject> writtenRejects;

  /**
   * @param directory where the dataset is being built, a local path
   * @param rejectsPlace where the caller leaves the rejects of a build that fails, for the message
   * @param writtenRejects the first of every file of rejects
   */
  public WriteManifest(
      String directory,
      String rejectsPlace,
      ManifestSettings settings,
      RejectLimit limit,
      PCollection<RowReject> writtenRejects) {
    this.directory = directory;
    this.rejectsPlace = rejectsPlace;
    this.settings = settings;
    this.limit = limit;
    this.writtenRejects = writtenRejects;
  }

  @Override
  public PCollection<String> expand(PCollection<WrittenShard> shards) {
    PCollectionView<List<WrittenShard>> whole = shards.apply("All shards", View.asList());
    PCollectionView<List<RowReject>> firsts = writtenRejects.apply("All rejects", View.asList());
    return shards
        .getPipeline()
        .apply("Once", Create.of(DatasetManifest.FILE_NAME))
        .apply(
            "Write",
            ParDo.of(new WriteFn(this, whole, firsts))
                .withSideInputs(whole, firsts, limit.summaries()));
  }

  private static final class WriteFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1;

    private final String directory;
    private final String rejectsPlace;
    private final ManifestSettings settings;
    private final RejectLimit limit;
    private final PCollectionView<List<WrittenShard>> shards;
    private final PCollectionView<List<RowReject>> rejects;

    WriteFn(
        WriteManifest step,
        PCollectionView<List<WrittenShard>> shards,
        PCollectionView<List<RowReject>> rejects) {
      this.directory = step.directory;
      this.rejectsPlace = step.rejectsPlace;
      this.settings = step.settings;
      this.limit = step.limit;
      this.shards = shards;
      this.rejects = rejects;
    }

    @ProcessElement
    public void processElement(ProcessContext context) {
      List<SourceSummary> summaries = new ArrayList<>(context.sideInput(limit.summaries()));
      summaries.sort(Comparator.comparingInt(summary -> summary.source().index()));
      List<WrittenShard> whole = context.sideInput(shards);
      checkRejects(summaries, context.sideInput(rejects));
      checkSplits(summaries, whole);
      Path file = Path.of(directory).resolve(context.element());
      try {
        Files.write(file, settings.manifest(whole, summaries).toJson());
      } catch (IOException failed) {
        throw new WriteFailedException(file, failed);
      }
      context.output(context.element());
    }

    private void checkRejects(List<SourceSummary> summaries, List<RowReject> firsts) {
      if (limit.isExceeded(summaries)) {
        RowReject first =
            firsts.stream().min(Comparator.comparingInt(RowReject::sourceIndex)).orElseThrow();
        long rejected = summaries.stream().mapToLong(SourceSummary::rejected).sum();
        throw new TooManyRejectsException(first, rejected, limit, rejectsPlace);
      }
    }

    private static void checkSplits(List<SourceSummary> summaries, List<WrittenShard> whole) {
      Set<String> empty =
          summaries.stream()
              .map(summary -> summary.source().split())
              .collect(Collectors.toCollection(TreeSet::new));
      whole.forEach(shard -> empty.remove(shard.split()));
      for (String split : empty) {
        List<SourceSummary> files =
            summaries.stream().filter(file -> file.source().split().equals(split)).toList();
        throw new InputRefusedException(
            "%s: no puzzle is left for the %s split: %,d rows read, %,d below --min-difficulty, %,d refused"
                .formatted(
                    files.stream()
                        .map(file -> file.source().name())
                        .collect(Collectors.joining(", ")),
                    split,
                    files.stream().mapToLong(SourceSummary::read).sum(),
                    files.stream().mapToLong(SourceSummary::belowMinDifficulty).sum(),
                    files.stream().mapToLong(SourceSummary::rejected).sum()));
      }
    }
  }
}
